package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What is wrong after all kills; the figures are printed, so that a long run can be quoted. */
record Verdict(
        int commands,
        int seen,
        long rungs,
        List<String> lost,
        List<String> doubled,
        List<String> forgotten,
        List<Long> late) {

    /** @param oracle of a database in which nobody is at work any more */
    static Verdict of(Oracle oracle, Talkers talkers) throws SQLException {
        return new Verdict(
                talkers.commands.get(),
                talkers.seen.size(),
                oracle.rungs(),
                oracle.lost(talkers.seen),
                oracle.doubled(),
                oracle.forgotten(),
                oracle.late());
    }

    /**
     * After a last start on a server's database without anybody speaking: what waits is sent, what the dead had claimed when their
     * leases end.
     */
    static Verdict settled(Node.Start start, String url, Talkers talkers) throws Exception {
        try (Oracle oracle = Oracle.of(url)) {
            try (Node last = start.node()) {
                assertThat(last.post("/sandbox/api/clock", "{\"advance\":\"PT0S\"}")
                                .statusCode())
                        .as(last.log())
                        .isEqualTo(200);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(180))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> oracle.waiting() == 0);
                assertThat(last.stop()).as(last.log()).isZero();
            }
            assertThat(start.run("verify-trail")).as("verify-trail").isZero();
            return of(oracle, talkers);
        }
    }

    Verdict tell(int kills, String where) {
        System.out.printf(
                "%d kills, %s: %d commands, %d numbers seen, %d rungs: %d lost, %d doubled, %d messages forgotten;"
                        + " %d clocks ended, late by 99 %%: %d s, at most %d s%n",
                kills,
                where,
                commands,
                seen,
                rungs,
                lost.size(),
                doubled.size(),
                forgotten.size(),
                late.size(),
                late.isEmpty() ? 0 : late.get((late.size() - 1) * 99 / 100),
                late.isEmpty() ? 0 : late.get(late.size() - 1));
        return this;
    }

    void isClean() {
        assertThat(seen).as("numbers seen").isPositive();
        assertThat(lost).as("requests whose number was seen and that are gone").isEmpty();
        assertThat(doubled).as("effects that happened twice").isEmpty();
        assertThat(forgotten).as("messages forgotten").isEmpty();
    }
}
