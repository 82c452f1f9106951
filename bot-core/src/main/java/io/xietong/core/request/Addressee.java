package io.xietong.core.request;

import io.xietong.core.chat.Named;
import io.xietong.core.chat.Spoken;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a sentence asks, and where they stand in it. */
record Addressee(String department, Optional<String> person, int start, int end) {

    /** What leads to the one who is asked. */
    static final Pattern LEAD = Pattern.compile(
            "^(?:@\\S{1,20}\\s{1,5})?(?:你好|您好|hi|hello)?[\\s,，!！]{0,9}(?:能不能|能否|可否|可以|麻烦|辛苦|劳驾|帮我|帮忙|我?想|请|让|找|叫|跟|需要|希望|could you|could|can"
                    + "|please|ask|need|,| ){0,9}\\s{0,9}");

    private static final Pattern OF = Pattern.compile("的?\\s?@?");

    static Optional<Addressee> of(Spoken spoken) {
        return Named.in(spoken.hearing().organisation())
                .departments(spoken.folded())
                .min(Comparator.comparing(found -> isOwn(found.department(), spoken)))
                .map(found -> addressed(spoken, found))
                .or(() -> person(spoken))
                .or(() -> misspelled(spoken));
    }

    /** 「我们市场部想请设计部…」: whoever names the own department beside another one asks the other one. */
    private static boolean isOwn(Department department, Spoken spoken) {
        return spoken.hearing()
                .organisation()
                .person(spoken.hearing().speaker())
                .filter(person -> person.department().equals(department.id()))
                .isPresent();
    }

    /** 「设计部的周洁」: the department, or the one of its people who is named right after it. */
    private static Addressee addressed(Spoken spoken, Named.Mention found) {
        Matcher of =
                OF.matcher(spoken.folded()).region(found.end(), spoken.folded().length());
        int start = of.lookingAt() ? of.end() : found.end();
        List<Named.Addressed> people = Named.in(spoken.hearing().organisation())
                .peopleAtStart(spoken.folded().substring(start));
        String department = found.department().id();
        return people.size() == 1 && people.get(0).person().department().equals(department)
                ? new Addressee(
                        department,
                        Optional.of(people.get(0).person().id()),
                        found.start(),
                        start + people.get(0).end())
                : new Addressee(department, Optional.empty(), found.start(), found.end());
    }

    private static Optional<Addressee> misspelled(Spoken spoken) {
        return Named.in(spoken.hearing().organisation())
                .misspelled(spoken.folded())
                .map(found -> new Addressee(found.department().id(), Optional.empty(), found.start(), found.end()));
    }

    private static Optional<Addressee> person(Spoken spoken) {
        String folded = spoken.folded();
        Matcher lead = LEAD.matcher(folded);
        int start = lead.find() ? lead.end() : 0;
        List<Named.Addressed> people = Named.in(spoken.hearing().organisation()).peopleAtStart(folded.substring(start));
        if (people.size() != 1) return Optional.empty();
        Person person = people.get(0).person();
        return Optional.of(new Addressee(
                person.department(),
                Optional.of(person.id()),
                start,
                start + people.get(0).end()));
    }
}
