package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.people.Delegation;
import io.xietong.core.text.Language;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must keep of people's settings, of who stands in for whom and of who has left. */
abstract class PeopleContract extends DatabaseContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Delegation LEAVE =
            new Delegation("zhou.jie", Optional.of("zhao.min"), TODAY, TODAY.plusDays(3), "zhou.jie");

    static JdbiPeople.Setting setting(Database database) {
        return database.read(books -> books.people().setting("li.lei"));
    }

    private static JdbiPeople.Setting quietFrom(int hour) {
        return new JdbiPeople.Setting(
                Optional.empty(),
                Optional.of(LocalTime.of(hour, 0)),
                Optional.of(LocalTime.of(8, 0)),
                true,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void where_somebody_spoke_is_remembered_beside_what_they_have_set() {
        does(books -> books.people().spokeOn("li.lei", "feishu"));
        JdbiPeople.Setting spoken = setting(database);
        assertThat(spoken.reachedOn()).contains("feishu");
        assertThat(spoken.digest()).isTrue();

        does(books -> {
            Optional<String> chosen = Optional.of("dingtalk");
            Optional<LocalTime> none = Optional.empty();
            books.people()
                    .set(
                            "li.lei",
                            new JdbiPeople.Setting(
                                    Optional.of(Language.ENGLISH), none, none, false, chosen, spoken.spokeOn()));
            books.people().spokeOn("li.lei", "wecom");
        });
        JdbiPeople.Setting kept = setting(database);
        assertThat(kept.reachedOn()).contains("dingtalk");
        assertThat(kept.spokeOn()).contains("wecom");
        assertThat(kept.language()).contains(Language.ENGLISH);
        assertThat(kept.digest()).isFalse();
    }

    @Test
    void a_change_is_seen_by_its_own_transaction_and_by_the_next() {
        assertThat(setting(database)).isEqualTo(JdbiPeople.Setting.NONE);
        does(books -> {
            assertThat(books.people().setting("li.lei")).isEqualTo(JdbiPeople.Setting.NONE);
            books.people().set("li.lei", quietFrom(21));
            assertThat(books.people().setting("li.lei")).isEqualTo(quietFrom(21));
            books.people().set("li.lei", quietFrom(22));
            assertThat(books.people().setting("li.lei")).isEqualTo(quietFrom(22));
        });
        assertThat(database.<Map<String, JdbiPeople.Setting>>read(
                        books -> books.people().settings(List.of("li.lei", "he.tao"))))
                .isEqualTo(Map.of("li.lei", quietFrom(22), "he.tao", JdbiPeople.Setting.NONE));
    }

    @Test
    void a_change_that_was_not_committed_is_never_seen() {
        assertThat(setting(database)).isEqualTo(JdbiPeople.Setting.NONE);
        assertThatThrownBy(() -> does(books -> {
                    books.people().set("li.lei", quietFrom(21));
                    books.people().setting("li.lei");
                    throw new IllegalArgumentException("on the way");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(setting(database)).isEqualTo(JdbiPeople.Setting.NONE);
    }

    @Test
    void who_stands_in_for_whom_is_known_from_the_moment_it_is_set_until_it_is_ended() {
        assertThat(delegations()).isEmpty();
        does(books -> books.people().add(LEAVE, NOW));
        assertThat(delegations()).containsExactly(LEAVE);
        assertThat(database.<List<Delegation>>read(books -> books.people().delegations(TODAY.plusDays(4))))
                .isEmpty();
        does(books -> books.people().end("zhou.jie", TODAY, NOW));
        assertThat(delegations()).isEmpty();
    }

    private List<Delegation> delegations() {
        return database.read(books -> books.people().delegations(TODAY));
    }

    @Test
    void who_has_left_a_platform_is_known_at_once_and_so_is_who_is_back() {
        assertThat(isGone()).isFalse();
        does(books -> books.leavers().hasLeft("feishu", "ou_lilei", NOW));
        assertThat(isGone()).isTrue();
        does(books -> books.leavers().hasLeft("feishu", "ou_lilei", NOW));
        does(books -> books.leavers().isBack("feishu", "ou_lilei"));
        assertThat(isGone()).isFalse();
    }

    private boolean isGone() {
        return database.read(books -> books.leavers().isGone("feishu", "ou_lilei"));
    }

    @Test
    void the_tables_are_not_asked_again_until_something_has_changed() throws SQLException {
        does(books -> books.people().set("li.lei", quietFrom(21)));
        assertThat(setting(database)).isEqualTo(quietFrom(21));
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE person_setting SET quiet_from = '19:00'");
        }
        assertThat(setting(database)).isEqualTo(quietFrom(21));
        does(books -> books.people().spokeOn("he.tao", "wecom"));
        assertThat(setting(database)).isEqualTo(quietFrom(19));
    }
}
