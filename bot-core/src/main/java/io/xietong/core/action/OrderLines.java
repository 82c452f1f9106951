package io.xietong.core.action;

import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the lines of a ruling or of minutes that order something, 「- 何涛 12月5日前 补齐样机」. A line is read or asked about, never
 * dropped.
 *
 * @param orders what could be read
 * @param doubt  what to ask or to say about the lines that could not; empty when all could
 */
public record OrderLines(List<Order> orders, Optional<Reading> doubt) {

    private static final Pattern DASH = Pattern.compile("^\\s{0,9}[-–—•*·]\\s{0,9}(?=\\S)");

    /** Whether a line of a longer text orders something: it begins with a dash. */
    public static boolean isOrder(String line) {
        return DASH.matcher(line).find();
    }

    /**
     * @param lines with or without their dashes; blank ones are passed over
     * @param text  all that was said, for saying it again with a name made plain
     */
    public static OrderLines read(Spoken spoken, List<String> lines, String text) {
        List<Order> orders = new ArrayList<>();
        List<Message> wrong = new ArrayList<>();
        for (String full : lines) {
            String line = DASH.matcher(full).replaceFirst("").strip();
            if (line.isEmpty()) continue;
            SpokenTask task = SpokenTask.read(spoken.hearing(), line);
            if (task.owners().size() > 1)
                return new OrderLines(orders, Optional.of(whichOne(spoken, text, line, task)));
            if (task.doubt().isPresent())
                wrong.add(Message.of("phrase.order.doubt", line, task.doubt().get()));
            else if (task.owner().isEmpty()
                    || task.due().isEmpty()
                    || task.what().isBlank()) wrong.add(Message.of("phrase.order.incomplete", line));
            else
                orders.add(new Order(
                        task.owner().get().id(), task.what(), task.due().get()));
        }
        return new OrderLines(orders, doubt(wrong));
    }

    private static Optional<Reading> doubt(List<Message> wrong) {
        if (wrong.isEmpty()) return Optional.empty();
        if (wrong.size() == 1) return Optional.of(new Reading.Wrong(wrong.get(0)));
        return Optional.of(
                new Reading.Wrong(Message.of("phrase.order.several", wrong.size(), List.<Object>copyOf(wrong))));
    }

    private static Reading whichOne(Spoken spoken, String text, String line, SpokenTask task) {
        return Questions.whichPerson(
                task.owners(),
                spoken.hearing().organisation(),
                person -> spoken.phrase().verb() + " " + spoken.number() + " "
                        + text.replace(line, line.replace(person.name(), person.id())));
    }
}
