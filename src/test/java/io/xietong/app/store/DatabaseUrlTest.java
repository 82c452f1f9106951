package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void an_h2_file_is_made_durable_and_speaks_like_mysql() {
        assertThat(DatabaseUrl.durable("jdbc:h2:file:./data/xietong"))
                .startsWith("jdbc:h2:file:./data/xietong;")
                .contains(";WRITE_DELAY=0", ";MODE=MySQL", ";DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void what_is_asked_for_and_right_anyway_stands_once() {
        assertThat(DatabaseUrl.durable("jdbc:h2:file:./x;write_delay=0;mode=mysql;CACHE_SIZE=4096"))
                .containsOnlyOnce("WRITE_DELAY=0")
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
}
