package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Receiver.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void what_a_transaction_did_by_outdated_knowledge_is_undone_and_done_again(String driver) {
        MariaDbServer server = MariaDbServer.shared();
        String shared = driver.equals("mysql") ? server.freshDatabaseForMysql() : server.freshDatabase();
        try (Database one = Database.open(shared, "root", "", 2);
                Database other = Database.open(shared, "root", "", 2)) {
            List<Boolean> gone = new ArrayList<>();
            does(other, books -> act(books, gone, "e1"));
            does(one, books -> books.leavers().hasLeft("feishu", "ou_lilei", NOW));
            does(other, books -> act(books, gone, "e2"));
            does(one, books -> books.leavers().isBack("feishu", "ou_lilei"));
            does(other, books -> {
                gone.add(books.leavers().isGone("feishu", "ou_lilei"));
                books.company().set("acted", gone.toString());
            });
            assertThat(answered(one, "e1")).contains(Answer.refused("[false]"));
            assertThat(answered(one, "e2")).contains(Answer.refused("[false, false, true]"));
            Optional<String> acted = one.read(books -> books.company().get("acted"));
            assertThat(acted).contains("[false, false, true, true, false]");
        }
    }

    private static void act(Books books, List<Boolean> gone, String event) {
        gone.add(books.leavers().isGone("feishu", "ou_lilei"));
        books.inbox().record("feishu", event, NOW, Answer.refused(gone.toString()));
    }

    private static Optional<Answer> answered(Database database, String event) {
        return database.read(books -> books.inbox().answered("feishu", event));
    }
}
