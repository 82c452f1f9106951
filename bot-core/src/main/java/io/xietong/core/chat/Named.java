package io.xietong.core.chat;

import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds departments and people that a text names: full name, name without 部, id. */
public final class Named {

    private final Organisation organisation;

    public Named(Organisation organisation) {
        this.organisation = organisation;
    }

    /** A department with the place in the text where it stands. */
    public record Mention(Department department, int start, int end) {}

    /** The department that is named first and longest in a folded text. */
    public Optional<Mention> department(String folded) {
        List<Mention> mentions = new ArrayList<>();
        for (Department department : organisation.departments()) {
            for (String name : names(department)) {
                int at = wordAt(folded, name);
                if (at >= 0) mentions.add(new Mention(department, at, at + name.length()));
            }
        }
        return mentions.stream()
                .min(Comparator.<Mention>comparingInt(Mention::start).thenComparingInt(m -> m.start() - m.end()));
    }

    private static int wordAt(String folded, String name) {
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
        String name = department.name().toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(List.of(name, department.id().toLowerCase(Locale.ROOT)));
        if (name.length() > 2 && name.endsWith("部")) names.add(name.substring(0, name.length() - 1));
        names.add(department.id().replace('-', ' ').toLowerCase(Locale.ROOT));
        return names;
    }

    /** The department with this id or name. */
    public Optional<Department> exactDepartment(String typed) {
        String folded = new Typed(typed).folded();
        return organisation.departments().stream()
                .filter(department -> names(department).contains(folded))
                .findFirst();
    }

    /** The people with this id or exactly this name; several when they share a name. */
    public List<Person> people(String typed) {
        String folded = new Typed(typed).folded();
        return organisation.people().stream()
                .filter(person -> person.id().toLowerCase(Locale.ROOT).equals(folded)
                        || person.name().toLowerCase(Locale.ROOT).equals(folded))
                .toList();
    }

    /** The people whose name stands somewhere in the folded text, in order of their place. */
    public List<Person> peopleIn(String folded) {
        return organisation.people().stream()
                .filter(person ->
                        folded.contains(person.name().toLowerCase(Locale.ROOT)) || wordAt(folded, person.id()) >= 0)
                .sorted(Comparator.comparingInt(person ->
                        Math.max(folded.indexOf(person.name().toLowerCase(Locale.ROOT)), wordAt(folded, person.id()))))
                .toList();
    }
}
