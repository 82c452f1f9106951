package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/xietong, jdbc:h2:async:./data/xietong;",
        "jdbc:h2:./data/xietong, jdbc:h2:async:./data/xietong;",
        "jdbc:h2:C:/data/xietong, jdbc:h2:async:C:/data/xietong;",
        "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1, jdbc:h2:mem:x;DB_CLOSE_DELAY=-1;"
    })
    void a_file_is_opened_durably_and_so_that_no_interrupt_closes_it(String given, String opened) {
        assertThat(DatabaseUrl.durable(given)).startsWith(opened).contains("WRITE_DELAY=2147483647", "MODE=MySQL");
    }

    @Test
    void what_is_asked_for_and_right_anyway_stands_once() {
        assertThat(DatabaseUrl.durable("jdbc:h2:file:./x;write_delay=0;mode=mysql;CACHE_SIZE=4096"))
                .containsOnlyOnce("WRITE_DELAY=")
                .containsOnlyOnce("MODE=MySQL")
                .contains("CACHE_SIZE=4096");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./x;INIT=RUNSCRIPT FROM 'http://127.0.0.1/x.sql'",
                "jdbc:h2:file:./x;init=x",
                "jdbc:h2:file:./x;CACHE_SIZE=1\\;INIT=x",
                "jdbc:h2:file:./x; INIT =x",
                "jdbc:h2:file:./x;TRACE_LEVEL_FILE=3",
                "jdbc:h2:file:./x;TRACE_LEVEL_SYSTEM_OUT=3",
                "jdbc:h2:file:./x;WRITE_DELAY=500",
                "jdbc:h2:file:./x;WRITE_DELAY=10",
                "jdbc:h2:file:./x;MODE=Oracle",
                "jdbc:h2:file:./x;FILE_LOCK=NO",
                "jdbc:h2:file:./x;AUTO_SERVER=TRUE",
                "jdbc:h2:file:./x;ACCESS_MODE_DATA=r",
                "jdbc:postgresql://127.0.0.1/x",
                "jdbc:h2file:x",
                "jdbc:mysql://127.0.0.1/x?useAffectedRows=true",
                "jdbc:mysql://127.0.0.1/x?autoDeserialize=true",
                "jdbc:mariadb://127.0.0.1/x?allowLocalInfile=true",
                ""
            })
    void what_would_weaken_or_open_it_is_refused(String url) {
        assertThatThrownBy(() -> DatabaseUrl.durable(url))
                .isInstanceOfSatisfying(
                        DatabaseFault.class, fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.SETTING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mariadb://127.0.0.1/x?sslMode=disable", "jdbc:mysql://127.0.0.1:3306/x"})
    void addresses_of_servers_stay_as_they_are(String url) {
        assertThat(DatabaseUrl.durable(url)).isEqualTo(url);
    }

    @Test
    void an_interrupted_thread_does_not_close_the_database_for_the_others(@TempDir Path folder) {
        try (Database database = Database.open("jdbc:h2:file:" + folder.resolve("x"), "sa", "", 2)) {
            Thread.currentThread().interrupt();
            database.inTransaction(books -> {
                books.company().set("k", "written while interrupted");
                return null;
            });
            assertThat(Thread.interrupted()).isTrue();
            Optional<String> kept = database.read(books -> books.company().get("k"));
            assertThat(kept).contains("written while interrupted");
        }
    }
}
