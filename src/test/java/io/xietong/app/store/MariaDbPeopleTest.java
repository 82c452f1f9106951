package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same on a real MariaDB, which several nodes share. */
class MariaDbPeopleTest extends PeopleContract {

    private final String url = MariaDbServer.shared().freshDatabase();

    @Override
    Database open() {
        return Database.open(url, "root", "", 10);
    }

    @Test
    void what_another_node_has_changed_is_seen_at_once() {
        try (Database other = open()) {
            assertThat(setting(other)).isEqualTo(JdbiPeople.Setting.NONE);
            does(books -> books.people().spokeOn("li.lei", "feishu"));
            assertThat(setting(other).spokeOn()).contains("feishu");
            does(other, books -> books.people().spokeOn("li.lei", "wecom"));
            assertThat(setting(database).spokeOn()).contains("wecom");
            does(other, books -> books.leavers().hasLeft("feishu", "ou_lilei", NOW));
            assertThat(database.<Boolean>read(books -> books.leavers().isGone("feishu", "ou_lilei")))
                    .isTrue();
        }
    }
}
