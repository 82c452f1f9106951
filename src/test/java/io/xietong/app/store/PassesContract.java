package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every database must keep of links that let somebody in once. */
abstract class PassesContract extends DatabaseContract {

    @Test
    void somebody_who_was_asked_comes_back_once_and_in_time_and_is_then_let_in_to_that_form_alone() {
        database.inTransaction(books -> {
            books.visits().add("state", "form", false, NOW.plusSeconds(60));
            books.visits().add("late", "form", false, NOW);
            books.visits().add("pass", "form", true, NOW.plusSeconds(60));
            return null;
        });
        assertThat(yes(books -> books.visits().take("state", "other form", NOW)))
                .isFalse();
        assertThat(yes(books -> books.visits().take("pass", "form", NOW))).isFalse();
        assertThat(yes(books -> books.visits().take("late", "form", NOW))).isFalse();
        assertThat(yes(books -> books.visits().isLetIn("state", "form", NOW))).isFalse();
        assertThat(yes(books -> books.visits().take("state", "form", NOW))).isTrue();
        assertThat(yes(books -> books.visits().take("state", "form", NOW))).isFalse();

        assertThat(yes(books -> books.visits().isLetIn("pass", "form", NOW))).isTrue();
        assertThat(yes(books -> books.visits().isLetIn("pass", "other form", NOW)))
                .isFalse();
        assertThat(yes(books -> books.visits().isLetIn("pass", "form", NOW.plusSeconds(60))))
                .isFalse();
        assertThat(yes(books -> books.visits().forgetBefore(NOW.plusSeconds(61)) == 2))
                .isTrue();
    }

    @Test
    void a_link_into_the_console_is_taken_once_and_a_visit_lasts_until_its_end() {
        database.inTransaction(books -> {
            books.consolePasses().add("link", false, new JdbiConsolePasses.Pass("feishu", "ou_1", NOW.plusSeconds(60)));
            books.consolePasses().add("visit", true, new JdbiConsolePasses.Pass("feishu", "ou_1", NOW.plusSeconds(60)));
            return null;
        });
        assertThat(yes(books -> books.consolePasses().find("link", true, NOW).isPresent()))
                .isFalse();
        assertThat(yes(books -> books.consolePasses().find("link", false, NOW).isPresent()))
                .isTrue();
        assertThat(yes(books -> books.consolePasses().take("link", false))).isTrue();
        assertThat(yes(books -> books.consolePasses().take("link", false))).isFalse();
        assertThat(yes(books -> books.consolePasses().find("visit", true, NOW).isPresent()))
                .isTrue();
        assertThat(yes(books -> books.consolePasses()
                        .find("visit", true, NOW.plusSeconds(60))
                        .isPresent()))
                .isFalse();
        assertThat(yes(books -> books.consolePasses().forgetBefore(NOW.plusSeconds(61)) == 1))
                .isTrue();
    }
}
