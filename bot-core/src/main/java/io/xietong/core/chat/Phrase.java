package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One verb people can use, registered in one line: parser, help, completion and the README's table read the same list.
 *
 * @param id      for texts: {@code phrase.<id>.help} and {@code phrase.<id>.example}
 * @param chinese ways to say it, the canonical one first; that one stands on buttons
 * @param english ways to say it in English, the canonical one first
 * @param hidden  understood and completed, but not shown: pinyin and its initials
 * @param who     whose help card shows it
 * @param about   the kinds of items it is said of; empty for a verb that is not about an item that exists
 * @param hints   what hints at it without naming it, in a folded text: for it the verb is offered, never done
 */
public record Phrase(
        String id,
        List<String> chinese,
        List<String> english,
        List<String> hidden,
        Set<Role> who,
        Set<ItemKind> about,
        Reader reader,
        Pattern hints) {

    private static final Pattern NO_HINTS = Pattern.compile("(?!)");

    public Phrase {
        chinese = List.copyOf(chinese);
        english = List.copyOf(english);
        hidden = List.copyOf(hidden);
        who = Set.copyOf(who);
        about = Set.copyOf(about);
    }

    public Phrase(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Set<ItemKind> about,
            Reader reader) {
        this(id, chinese, english, hidden, who, about, reader, NO_HINTS);
    }

    /** The same verb, hinted at by what this pattern finds. */
    public Phrase hintedAtBy(String pattern) {
        return new Phrase(id, chinese, english, hidden, who, about, reader, Pattern.compile(pattern));
    }

    /** Turns what was said after the verb into a command. */
    public interface Reader {
        Reading read(Spoken spoken);
    }

    /** Whether it is said about an item that exists. */
    public boolean isAboutItem() {
        return !about.isEmpty();
    }

    public String verb() {
        return chinese.get(0);
    }

    /** Every way to say it. */
    public Stream<String> words() {
        return Stream.of(chinese, english, hidden).flatMap(List::stream);
    }

    public Message help() {
        return Message.of("phrase." + id + ".help");
    }

    public Message example() {
        return Message.of("phrase." + id + ".example");
    }
}
