package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

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
