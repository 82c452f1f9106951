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
        assertThat(DatabaseUrl.durable(given)).startsWith(opened).contains("WRITE_DELAY=0", "MODE=MySQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./x;WRITE_DELAY=500",
                "jdbc:h2:./x;MODE=Oracle",
                "jdbc:h2:./x;INIT=RUNSCRIPT FROM 'x'",
                "jdbc:h2:./x;TRACE_LEVEL_FILE=4",
                "jdbc:h2:tcp://127.0.0.1/x",
                "jdbc:h2:zip:x.zip!/x",
                "jdbc:postgresql://127.0.0.1/x"
            })
    void what_would_weaken_or_open_it_is_refused(String given) {
        assertThatThrownBy(() -> DatabaseUrl.durable(given))
                .isInstanceOf(DatabaseFault.class)
                .extracting(fault -> ((DatabaseFault) fault).kind())
                .isEqualTo(DatabaseFault.Kind.SETTING);
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
