package io.xietong.core.chat;

import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds departments and people that a text names: full name, name without 部, id. Immutable, thread-safe. */
public final class Named {

    private static final String SUFFIX = "部";

    private final List<Names<Department>> departments;
    private final List<Names<Person>> people;
    private final Map<String, List<Person>> peopleByName = new HashMap<>();

    /** Somebody or something, with the folded texts that name it; the first is its full name. */
    private record Names<T>(T named, List<String> names) {}

    private Named(Organisation organisation) {
        departments = organisation.departments().stream()
                .map(department -> new Names<>(department, names(department)))
                .toList();
        people = organisation.people().stream()
                .map(person -> new Names<>(person, names(person)))
                .toList();
        for (Names<Person> one : people)
            for (String name : Set.copyOf(one.names()))
                peopleByName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(one.named());
    }

    /** Of this organisation; made once, since every name in it is folded for that. */
    public static Named in(Organisation organisation) {
        return organisation.derived(Named.class, Named::new);
    }

    /** A department with the place in the text where it stands. */
    public record Mention(Department department, int start, int end) {}

    /** The department that is named first and longest in a folded text. */
    public Optional<Mention> department(String folded) {
        return departments(folded).findFirst();
    }

    /** The first place of each department that a folded text names, in order. */
    public Stream<Mention> departments(String folded) {
        List<Mention> mentions = new ArrayList<>();
        for (Names<Department> department : departments) {
            for (String name : department.names()) {
                int at = wordAt(folded, name);
                if (at >= 0) mentions.add(new Mention(department.named(), at, at + name.length()));
            }
        }
        return mentions.stream()
                .sorted(Comparator.<Mention, Boolean>comparing(found -> isPronoun(folded, found))
                        .thenComparingInt(Mention::start)
                        .thenComparingInt(found -> found.start() - found.end()));
    }

    /** The department whose name stands in a folded text with one wrong character or as it sounds: 「财物部」「射击部」. */
    public Optional<Mention> misspelled(String folded) {
        for (int end = folded.indexOf(SUFFIX) + 1; end > 0; end = folded.indexOf(SUFFIX, end) + 1) {
            for (Names<Department> department : departments) {
                String name = department.names().get(0);
                int start = end - name.length();
                if (start >= 0 && isSlip(folded.substring(start, end), name))
                    return Optional.of(new Mention(department.named(), start, end));
            }
        }
        return Optional.empty();
    }

    private static boolean isSlip(String typed, String name) {
        return Sounds.same(typed, name) || Spelling.edits(typed, name) == 1;
    }

    /** The department a folded text begins with. */
    public Optional<Mention> departmentAtStart(String folded) {
        return departments.stream()
                .flatMap(department -> department.names().stream()
                        .filter(name -> wordAt(folded, name) == 0)
                        .map(name -> new Mention(department.named(), 0, name.length())))
                .max(Comparator.comparingInt(Mention::end));
    }

    /** "Could design do it today": a department called IT is meant only when no other one is named. */
    private static boolean isPronoun(String folded, Mention found) {
        return folded.substring(found.start(), found.end()).equals("it");
    }

    private static int wordAt(String folded, String name) {
        if (name.isEmpty()) return -1;
        int at = folded.indexOf(name);
        while (at >= 0 && isLatin(name) && !standsAlone(folded, at, at + name.length()))
            at = folded.indexOf(name, at + 1);
        return at;
    }

    private static boolean isLatin(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    private static boolean standsAlone(String text, int from, int to) {
        return (from == 0 || !isWord(text.charAt(from - 1))) && (to == text.length() || !isWord(text.charAt(to)));
    }

    private static boolean isWord(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static List<String> names(Department department) {
        String name = folded(department.name());
        Set<String> names = new LinkedHashSet<>(List.of(name, department.id().toLowerCase(Locale.ROOT)));
        if (name.length() > 2 && name.endsWith(SUFFIX)) names.add(name.substring(0, name.length() - 1));
        if (name.length() == 5 && name.endsWith(SUFFIX)) {
            names.add(name.substring(0, 2) + SUFFIX);
            names.add(name.substring(2));
        }
        names.add(department.id().replace('-', ' ').toLowerCase(Locale.ROOT));
        return List.copyOf(names);
    }

    private static List<String> names(Person person) {
        return List.of(folded(person.name()), folded(person.id()));
    }

    private static String folded(String name) {
        return new Typed(name).folded();
    }

    /** The department with this id or name. */
    public Optional<Department> exactDepartment(String typed) {
        String folded = folded(typed);
        return departments.stream()
                .filter(department -> department.names().contains(folded))
                .findFirst()
                .map(Names::named);
    }

    /** The people with this id or exactly this name; several when they share a name. */
    public List<Person> people(String typed) {
        return List.copyOf(peopleByName.getOrDefault(folded(typed).replaceFirst("^@", ""), List.of()));
    }

    /** The people whose name stands somewhere in the folded text, in order of their place. */
    public List<Person> peopleIn(String folded) {
        record Place(Person person, int at) {}
        return people.stream()
                .map(person -> new Place(person.named(), placeOf(person, folded)))
                .filter(place -> place.at() >= 0)
                .sorted(Comparator.comparingInt(Place::at))
                .map(Place::person)
                .toList();
    }

    private static int placeOf(Names<Person> person, String folded) {
        int last = -1;
        for (String name : person.names()) last = Math.max(last, wordAt(folded, name));
        return last;
    }

    /** A person with the place in the text where the name ends. */
    public record Addressed(Person person, int end) {}

    /** The people a folded text begins with; several when they share the name. */
    public List<Addressed> peopleAtStart(String folded) {
        List<Addressed> found = new ArrayList<>();
        for (Names<Person> person : people) {
            for (String name : person.names()) {
                if (wordAt(folded, name) == 0) found.add(new Addressed(person.named(), name.length()));
            }
        }
        int longest = found.stream().mapToInt(Addressed::end).max().orElse(0);
        return found.stream().filter(one -> one.end() == longest).distinct().toList();
    }
}
