package io.xietong.core.chat;

import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds departments and people that a text names: full name, name without 部, id. */
public final class Named {

    private static final String SUFFIX = "部";

    private final Organisation organisation;

    public Named(Organisation organisation) {
        this.organisation = organisation;
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
        for (Department department : organisation.departments()) {
            for (String name : names(department)) {
                int at = wordAt(folded, name);
                if (at >= 0) mentions.add(new Mention(department, at, at + name.length()));
            }
        }
        return mentions.stream()
                .sorted(Comparator.<Mention, Boolean>comparing(found -> isPronoun(folded, found))
                        .thenComparingInt(Mention::start)
                        .thenComparingInt(found -> found.start() - found.end()));
    }

    /** The department whose name stands in a folded text with one wrong character: 「财物部」. */
    public Optional<Mention> misspelled(String folded) {
        for (int end = folded.indexOf(SUFFIX) + 1; end > 0; end = folded.indexOf(SUFFIX, end) + 1) {
            for (Department department : organisation.departments()) {
                int start = end - department.name().length();
                if (start >= 0 && Spelling.edits(folded.substring(start, end), folded(department.name())) == 1)
                    return Optional.of(new Mention(department, start, end));
            }
        }
        return Optional.empty();
    }

    /** The department a folded text begins with. */
    public Optional<Mention> departmentAtStart(String folded) {
        return organisation.departments().stream()
                .flatMap(department -> names(department).stream()
                        .filter(name -> wordAt(folded, name) == 0)
                        .map(name -> new Mention(department, 0, name.length())))
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
        List<String> names = new ArrayList<>(List.of(name, department.id().toLowerCase(Locale.ROOT)));
        if (name.length() > 2 && name.endsWith(SUFFIX)) names.add(name.substring(0, name.length() - 1));
        if (name.length() == 5 && name.endsWith(SUFFIX)) {
            names.add(name.substring(0, 2) + SUFFIX);
            names.add(name.substring(2));
        }
        names.add(department.id().replace('-', ' ').toLowerCase(Locale.ROOT));
        return names;
    }

    private static String folded(String name) {
        return new Typed(name).folded();
    }

    /** The department with this id or name. */
    public Optional<Department> exactDepartment(String typed) {
        String folded = folded(typed);
        return organisation.departments().stream()
                .filter(department -> names(department).contains(folded))
                .findFirst();
    }

    /** The people with this id or exactly this name; several when they share a name. */
    public List<Person> people(String typed) {
        String folded = folded(typed).replaceFirst("^@", "");
        return organisation.people().stream()
                .filter(person -> folded(person.id()).equals(folded)
                        || folded(person.name()).equals(folded))
                .toList();
    }

    /** The people whose name stands somewhere in the folded text, in order of their place. */
    public List<Person> peopleIn(String folded) {
        return organisation.people().stream()
                .filter(person -> placeOf(person, folded) >= 0)
                .sorted(Comparator.comparingInt(person -> placeOf(person, folded)))
                .toList();
    }

    private static int placeOf(Person person, String folded) {
        return Math.max(wordAt(folded, folded(person.name())), wordAt(folded, folded(person.id())));
    }

    /** A person with the place in the text where the name ends. */
    public record Addressed(Person person, int end) {}

    /** The people a folded text begins with; several when they share the name. */
    public List<Addressed> peopleAtStart(String folded) {
        List<Addressed> found = new ArrayList<>();
        for (Person person : organisation.people()) {
            for (String name : List.of(folded(person.name()), folded(person.id()))) {
                if (wordAt(folded, name) == 0) found.add(new Addressed(person, name.length()));
            }
        }
        int longest = found.stream().mapToInt(Addressed::end).max().orElse(0);
        return found.stream().filter(one -> one.end() == longest).distinct().toList();
    }
}
