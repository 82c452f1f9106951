package io.xietong.core.meeting;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A meeting that comes again by a rule: of the policy, or of an item such as a project that has meetings of its own. Immutable.
 *
 * @param id      at most 16 characters, unique among the series of its owner, kept in the books
 * @param title   the subject of each of its meetings
 * @param at      in the company's zone
 * @param host    {@link #CHAIR}, {@link #SECRETARY}, {@link #HEADS_IN_TURN} or a person id
 * @param invite  {@link #COMMITTEE}, {@link #HEADS}, {@link #DEPUTIES}, {@link #CONTACTS}, {@link #EVERYBODY} or person ids
 * @param agenda  what puts itself on the agenda
 * @param owner   the item whose series it is; empty for the secretariat's
 */
public record Series(
        String id,
        String title,
        Recurrence rule,
        LocalTime at,
        Duration length,
        String place,
        String host,
        List<String> invite,
        Set<AgendaSource> agenda,
        Optional<ItemNumber> owner) {

    public static final String CHAIR = "chair";
    public static final String SECRETARY = "secretary";
    public static final String HEADS_IN_TURN = "heads-in-turn";

    /** How the id of a series begins that an item has, when it is of every working day. */
    public static final String DAILY = "daily";
    /** The same for one of every week. */
    public static final String WEEKLY = "weekly";

    public static final String COMMITTEE = "committee";
    public static final String HEADS = "heads";
    public static final String DEPUTIES = "deputies";
    public static final String CONTACTS = "contacts";
    public static final String EVERYBODY = "everybody";

    public Series {
        invite = List.copyOf(invite);
        agenda = Set.copyOf(agenda);
    }

    /** Under which name its progress is kept. */
    public String key() {
        return owner.map(number -> number + "/").orElse("") + id;
    }

    /** Whether it is an item's, of every working day. */
    boolean isDaily() {
        return owner.isPresent() && id.startsWith(DAILY);
    }

    /** Person ids, each once. */
    Set<String> people(Organisation organisation) {
        Set<String> people = new LinkedHashSet<>();
        for (String word : invite) people.addAll(people(word, organisation));
        people.removeIf(person -> organisation.person(person).isEmpty());
        return people;
    }

    private static List<String> people(String word, Organisation organisation) {
        List<Department> departments = organisation.departments();
        return switch (word) {
            case COMMITTEE -> {
                Set<String> all = new LinkedHashSet<>(List.of(
                        organisation.committee().chair(),
                        organisation.committee().viceChair()));
                all.addAll(organisation.committee().members());
                yield List.copyOf(all);
            }
            case HEADS -> departments.stream().flatMap(d -> d.head().stream()).toList();
            case DEPUTIES ->
                departments.stream().flatMap(d -> d.deputies().stream()).toList();
            case CONTACTS ->
                departments.stream().flatMap(d -> d.contacts().stream()).toList();
            case EVERYBODY ->
                organisation.people().stream().map(person -> person.id()).toList();
            default -> List.of(word);
        };
    }

    /** Who chairs the meeting of a day; heads take turns month by month. */
    String host(LocalDate day, Organisation organisation) {
        List<String> heads = people(HEADS, organisation);
        int month = day.getYear() * 12 + day.getMonthValue() - 1;
        return switch (host) {
            case CHAIR -> organisation.committee().chair();
            case SECRETARY -> secretary(organisation);
            case HEADS_IN_TURN -> heads.isEmpty() ? secretary(organisation) : heads.get(month % heads.size());
            default -> organisation.person(host).isPresent() ? host : secretary(organisation);
        };
    }

    private static String secretary(Organisation organisation) {
        return organisation.secretaries().stream()
                .findFirst()
                .orElse(organisation.committee().chair());
    }

    /** Who looks after the meeting: the secretary, or the host of a series that an item has. */
    String organiser(LocalDate day, Organisation organisation) {
        return owner.isPresent() ? host(day, organisation) : secretary(organisation);
    }
}
