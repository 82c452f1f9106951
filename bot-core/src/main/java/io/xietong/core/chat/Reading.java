package io.xietong.core.chat;

import io.xietong.core.card.Input;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of somebody's words. */
public sealed interface Reading {

    static Reading understood(Command command) {
        return new Understood(command);
    }

    /** They are a command. */
    record Understood(Command command) implements Reading {}

    /** The verb is clear, something it needs is missing: it is asked for with a card. */
    record Incomplete(Phrase phrase, Optional<ItemNumber> number, Message question, List<Input> inputs)
            implements Reading {
        public Incomplete {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * The verb is clear, which item it is about is not.
     *
     * @param rest what was said besides the verb
     * @param of   the kinds of items that the verb can be said of
     */
    record NumberNeeded(Phrase phrase, String rest, Set<ItemKind> of) implements Reading {
        public NumberNeeded {
            of = Set.copyOf(of);
        }

        /** What would have been said of this item. */
        public String about(ItemNumber number) {
            return (phrase.verb() + " " + number + " " + rest).strip();
        }
    }

    /** Two ways to read it; each is offered as a button with its phrase. */
    record Choice(Message question, List<Option> options) implements Reading {
        public Choice {
            options = List.copyOf(options);
        }

        /** One of the ways. */
        public record Option(Message label, String phrase) {}
    }

    /** Not understood; the nearest verbs are offered, at most three. */
    record Unclear(List<Phrase> nearest) implements Reading {
        public Unclear {
            nearest = List.copyOf(nearest);
        }
    }

    /** Understood, and it cannot be: one sentence that says what to do. */
    record Wrong(Message why) implements Reading {}
}
