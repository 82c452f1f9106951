package io.xietong.core.chat;

import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads who has to do what by when: 「何涛 12月5日前 补齐样机」. The day may stand before or after what is to be done.
 *
 * @param owners who is named at the beginning; several when they share the name, none when nobody is
 * @param what   the rest as it was written; may be empty
 */
public record SpokenTask(List<Person> owners, SpokenDate.Found day, String what) {

    private static final Pattern LEAD = Pattern.compile("^[\\s@,，:：、]{0,9}(?:(?:由|请|让|给|交给|to\\b)[\\s@]{0,3}){0,2}");
    private static final Pattern JOIN = Pattern.compile("^(?:负责|在|于|by\\b|to\\b|[\\s,，:：、]){0,5}");
    private static final String ENDS = " \t\n,，。.;；、";

    public static SpokenTask read(Hearing hearing, String text) {
        Spoken said = Spoken.sentence(hearing, text);
        String folded = said.folded();
        Matcher lead = LEAD.matcher(folded);
        int start = lead.find() ? lead.end() : 0;
        List<Named.Addressed> named = Named.in(hearing.organisation()).peopleAtStart(folded.substring(start));
        int from = named.isEmpty() ? 0 : start + named.get(0).end();
        SpokenDate.Found day = SpokenDate.find(folded, hearing.today(), hearing.workingDay());
        List<Person> owners = named.stream().map(Named.Addressed::person).toList();
        return new SpokenTask(owners, day, what(said, from, day));
    }

    private static String what(Spoken said, int from, SpokenDate.Found day) {
        int end = said.folded().length();
        int begin = from;
        if (day.start() >= from) {
            boolean first = JOIN.matcher(said.folded().substring(from, day.start()))
                    .replaceFirst("")
                    .isBlank();
            if (first) begin = day.end();
            else if (isEnd(said.folded().substring(day.end()))) end = day.start();
        }
        return trimmed(JOIN.matcher(said.between(begin, end)).replaceFirst(""));
    }

    private static boolean isEnd(String rest) {
        return rest.chars().allMatch(c -> ENDS.indexOf(c) >= 0);
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(0, end).strip();
    }

    /** The one who is meant; empty when nobody or more than one is named. */
    public Optional<Person> owner() {
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    /** The day; empty when none is said, or it could be two. */
    public Optional<LocalDate> due() {
        return day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
    }

    /** Why the day cannot be, or what to ask about it. */
    public Optional<Message> doubt() {
        if (day instanceof SpokenDate.Impossible impossible) return Optional.of(impossible.why());
        return day instanceof SpokenDate.Either either
                ? Optional.of(Message.of("phrase.date.which", either.today(), either.nextWeek()))
                : Optional.empty();
    }
}
