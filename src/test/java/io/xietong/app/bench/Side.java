package io.xietong.app.bench;

import io.xietong.app.bench.CompanyCommands.Command;
import io.xietong.core.people.Person;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One of two companies that are compared, and the items in it that its commands are about. */
record Side(BenchOffice office, Scene scene) {

    private static final int SPEAKERS = 16;

    /** In a round, a whole number for each speaker. */
    static final int CALLS = Rounds.CALLS / 16 / SPEAKERS * SPEAKERS;

    /** Stops the measuring when a command is refused, or does nothing: what that costs is of no interest. */
    void check(Command command) throws SQLException {
        scene.set(office, command.state());
        long before = entries();
        Calls calls = new Calls(command);
        calls.prepare(0, 0);
        office.does(calls.speaker(0, 0).id(), calls.sentence(0, 0));
        expect(command, 1, before);
    }

    /** One round of a command. */
    Figures.Run run(Command command) throws Exception {
        scene.set(office, command.state());
        long before = entries();
        Figures.Run run = Crowd.run(SPEAKERS, CALLS, new Calls(command));
        expect(command, CALLS, before);
        return run;
    }

    private void expect(Command command, int calls, long before) throws SQLException {
        long left = entries() - before;
        if (command.changes() ? left < calls : left > 0)
            throw new IllegalStateException(calls + " × " + command.said() + " left " + left + " entries in trails");
    }

    private long entries() throws SQLException {
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM trail_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The calls of one round. */
    private final class Calls implements Crowd.Call {
        private final Command command;
        private final List<Person> speakers;

        Calls(Command command) {
            this.command = command;
            this.speakers = command.who().isEmpty()
                    ? office.demo()
                    : command.who().stream().map(office::person).toList();
        }

        /** What was said before must not be undone by another who speaks for the same person. */
        Person speaker(int thread, int number) {
            int turn = command.before().isPresent() ? thread : thread * 31 + number;
            return speakers.get(turn % speakers.size());
        }

        Sentence sentence(int thread, int number) {
            Person speaker = speaker(thread, number);
            if (command.said().text().equals("求助"))
                return Sentence.of(office.asks(speaker, ThreadLocalRandom.current()));
            if (command.state().isPresent()) return scene.about(command.said(), thread * (CALLS / SPEAKERS) + number);
            return command.said().about(kind -> filedBy(speaker, number), 0);
        }

        /** The demo's people filed the first requests by turns. */
        private long filedBy(Person speaker, int number) {
            List<Person> people = office.demo();
            int each = Grown.FEW / people.size();
            return 1 + people.indexOf(speaker) + people.size() * (long) (number % each);
        }

        @Override
        public void prepare(int thread, int number) {
            command.before()
                    .ifPresent(before -> office.says(speaker(thread, number).id(), before.typed()));
        }

        @Override
        public void make(int thread, int number) {
            office.says(speaker(thread, number).id(), sentence(thread, number).typed());
        }
    }
}
