package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Connections go to those who have waited longest (faults.md row 37). */
class FairPoolTest {

    private final JdbcDataSource source = new JdbcDataSource();

    {
        source.setUrl("jdbc:h2:mem:fair");
    }

    @Test
    void whoever_gives_one_back_and_wants_it_again_comes_behind_those_who_wait() throws Exception {
        FairPool pool = new FairPool(source, 1, 60_000);
        List<String> served = new CopyOnWriteArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(3);
        try {
            Connection held = pool.openConnection();
            Future<?> first = crowd.submit(() -> serves(pool, "first", served));
            Awaitility.await().until(() -> pool.waiting() == 1);
            Future<?> second = crowd.submit(() -> serves(pool, "second", served));
            Awaitility.await().until(() -> pool.waiting() == 2);
            pool.closeConnection(held);
            serves(pool, "again", served);
            for (Future<?> one : List.of(first, second)) one.get();
            assertThat(served).containsExactly("first", "second", "again");
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Void serves(FairPool pool, String name, List<String> served) throws SQLException {
        Connection connection = pool.openConnection();
        served.add(name);
        pool.closeConnection(connection);
        return null;
    }

    @Test
    void a_connection_that_could_not_be_had_costs_nobody_a_turn() throws SQLException {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setUrl("jdbc:h2:tcp://127.0.0.1:1/x");
        FairPool pool = new FairPool(nowhere, 1, 1);
        for (int i = 0; i < 2; i++)
            assertThatThrownBy(pool::openConnection).hasMessageContaining("Connection is broken");
    }

    @Test
    void an_interrupted_thread_waits_for_its_turn_like_others_and_stays_interrupted() throws SQLException {
        FairPool pool = new FairPool(source, 1, 60_000);
        Thread.currentThread().interrupt();
        pool.closeConnection(pool.openConnection());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void who_has_waited_long_enough_is_told_so() throws SQLException {
        FairPool pool = new FairPool(source, 1, 1);
        Connection held = pool.openConnection();
        assertThatThrownBy(pool::openConnection).isInstanceOf(SQLTransientConnectionException.class);
        pool.closeConnection(held);
        pool.closeConnection(pool.openConnection());
    }
}
