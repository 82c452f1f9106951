package io.xietong.app.store;

import io.xietong.app.store.Premises.Premise;
import io.xietong.core.people.Delegation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What every command asks about people and what seldom changes, as one transaction sees it: an answer of the tables is kept in
 * memory until any of them changes, on whatever node (decision 0050). A transaction trusts what is kept, and is run again when that
 * turns out to be outdated before it commits. One that changes something itself asks the tables from there on. Not thread-safe.
 */
final class PeopleFacts {

    /** Another text after each change; for databases that several nodes share. */
    private static final String VERSION = "people.version";

    /** The tables' answers at one version of them. */
    record Answers(
            String version,
            Map<String, JdbiPeople.Setting> settings,
            Map<LocalDate, List<Delegation>> delegations,
            Map<JdbiLeavers.Account, Boolean> gone) {

        private Answers(String version) {
            this(version, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    /** The answers of an open database, shared by its transactions. Thread-safe. */
    static final class Kept {

        private final boolean ours;
        /** Of the tables' latest version that is known here. */
        private volatile Answers newest = new Answers("");

        /** @param ours whether no other process can change the tables */
        Kept(boolean ours) {
            this.ours = ours;
        }

        private Answers at(String version) {
            Answers answers = newest;
            if (answers.version().equals(version)) return answers;
            newest = new Answers(version);
            return newest;
        }

        /** Transactions that have begun may still answer from the old ones, and keep theirs there. */
        private void forget() {
            newest = new Answers("");
        }
    }

    private final Handle handle;
    private final Kept kept;
    private final Premises premises;
    private Answers answers;
    private boolean changed;

    PeopleFacts(Handle handle, Kept kept, Premises premises) {
        this.handle = handle;
        this.kept = kept;
        this.premises = premises;
    }

    /**
     * Answers questions of one sort.
     *
     * @param sort   where their answers are kept
     * @param tables asks for those that are not, all together; has an answer for each
     */
    <Q, A> Map<Q, A> of(
            Function<Answers, Map<Q, A>> sort, Collection<Q> questions, Function<Collection<Q>, Map<Q, A>> tables) {
        if (questions.isEmpty()) return Map.of();
        if (changed) return tables.apply(questions);
        Map<Q, A> known = sort.apply(answers());
        Map<Q, A> found = new HashMap<>();
        List<Q> open = new ArrayList<>();
        for (Q question : questions) {
            A answer = known.get(question);
            if (answer == null) open.add(question);
            else found.put(question, answer);
        }
        if (!open.isEmpty()) {
            Map<Q, A> asked = tables.apply(open);
            known.putAll(asked);
            found.putAll(asked);
        }
        return found;
    }

    private Answers answers() {
        if (answers == null) answers = kept.ours ? kept.newest : premises.allowed() ? trusted() : kept.at(version());
        return answers;
    }

    private Answers trusted() {
        Answers newest = kept.newest;
        Premise unchanged = new Premise(
                "COALESCE((SELECT text FROM company_state WHERE name = ?), '') = ?", VERSION, newest.version());
        premises.add(() -> Optional.of(unchanged));
        return newest;
    }

    private String version() {
        return new Select(handle, "SELECT text FROM company_state WHERE name = ?", VERSION)
                .first(row -> row.getString(1))
                .orElse("");
    }

    /** To be called in a transaction before it changes one of the tables. */
    void change() {
        if (changed) return;
        premises.confirm();
        changed = true;
        if (kept.ours) {
            handle.afterCommit(kept::forget);
            return;
        }
        String version = UUID.randomUUID().toString();
        new JdbiCompanyState(handle).set(VERSION, version);
        handle.afterCommit(() -> kept.at(version));
    }
}
