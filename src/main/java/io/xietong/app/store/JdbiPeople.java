package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.people.Delegation;
import io.xietong.core.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What people have set for themselves, and who stands in for whom. */
public final class JdbiPeople {

    private final Handle handle;
    private final PeopleFacts facts;

    JdbiPeople(Handle handle, PeopleFacts facts) {
        this.handle = handle;
        this.facts = facts;
    }

    /**
     * A person's own settings.
     *
     * @param language  empty: the company's
     * @param quietFrom empty: the company's quiet hours
     * @param digest    whether low news is collected into the morning digest; else it comes like other news
     * @param platform  where they chose to be reached; empty: where they spoke last
     * @param spokeOn   the platform they spoke on last; empty when it is not known, or they can be reached on one only
     */
    public record Setting(
            Optional<Language> language,
            Optional<LocalTime> quietFrom,
            Optional<LocalTime> quietTo,
            boolean digest,
            Optional<String> platform,
            Optional<String> spokeOn) {
        public static final Setting NONE = new Setting(
                Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty());

        /** Where to be reached; empty: the first platform with an account. */
        public Optional<String> reachedOn() {
            return platform.or(() -> spokeOn);
        }
    }

    /** What each of these people has set; {@link Setting#NONE} for who has set nothing. */
    public Map<String, Setting> settings(Collection<String> people) {
        return facts.of(PeopleFacts.Answers::settings, people, this::settingsOf);
    }

    private Map<String, Setting> settingsOf(Collection<String> people) {
        Map<String, Setting> settings = new HashMap<>();
        people.forEach(person -> settings.put(person, Setting.NONE));
        String sql = "SELECT * FROM person_setting WHERE person IN (" + Sql.questionMarks(people.size()) + ")";
        new Select(handle, sql, people.toArray()).list(row -> settings.put(row.getString("person"), setting(row)));
        return settings;
    }

    public Setting setting(String person) {
        return settings(List.of(person)).get(person);
    }

    private static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                Sql.optional(row, "language").flatMap(Language::of),
                Sql.optional(row, "quiet_from").map(LocalTime::parse),
                Sql.optional(row, "quiet_to").map(LocalTime::parse),
                row.getBoolean("digest"),
                Sql.optional(row, "platform"),
                Sql.optional(row, "spoke_on"));
    }

    public void set(String person, Setting setting) {
        facts.change();
        handle.execute("DELETE FROM person_setting WHERE person = ?", person);
        handle.execute(
                "INSERT INTO person_setting (person, language, quiet_from, quiet_to, digest, platform, spoke_on)"
                        + " VALUES (?,?,?,?,?,?,?)",
                values(
                        person,
                        setting.language().map(Language::tag),
                        setting.quietFrom().map(LocalTime::toString),
                        setting.quietTo().map(LocalTime::toString),
                        setting.digest(),
                        setting.platform(),
                        setting.spokeOn()));
    }

    /** Remembers where somebody spoke; nothing is written while it is the same place. */
    public void spokeOn(String person, String platform) {
        Setting old = setting(person);
        if (old.spokeOn().equals(Optional.of(platform))) return;
        set(
                person,
                new Setting(
                        old.language(),
                        old.quietFrom(),
                        old.quietTo(),
                        old.digest(),
                        old.platform(),
                        Optional.of(platform)));
    }

    /** Leave and delegations that are in force on a day or begin later. */
    public List<Delegation> delegations(LocalDate from) {
        return facts.of(PeopleFacts.Answers::delegations, List.of(from), open -> Map.of(from, delegationsFrom(from)))
                .get(from);
    }

    private List<Delegation> delegationsFrom(LocalDate from) {
        return new Select(handle, "SELECT * FROM delegation WHERE last_day >= ? AND ended_at IS NULL ORDER BY id", from)
                .list(row -> new Delegation(
                        row.getString("person"),
                        Sql.optional(row, "delegate"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("set_by")));
    }

    public void add(Delegation delegation, Instant now) {
        facts.change();
        handle.execute(
                "INSERT INTO delegation (person, delegate, first_day, last_day, set_by, set_at) VALUES (?,?,?,?,?,?)",
                values(
                        delegation.person(),
                        delegation.delegate(),
                        delegation.firstDay(),
                        delegation.lastDay(),
                        delegation.setBy(),
                        now));
    }

    /** Ends what is in force or to come for a person. */
    public int end(String person, LocalDate today, Instant now) {
        facts.change();
        return handle.execute(
                "UPDATE delegation SET ended_at = ? WHERE person = ? AND last_day >= ? AND ended_at IS NULL",
                values(now, person, today));
    }
}
