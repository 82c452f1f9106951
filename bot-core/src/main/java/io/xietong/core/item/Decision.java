package io.xietong.core.item;

import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a rule.
 *
 * @param <S> the item's state
 */
public sealed interface Decision<S> {

    /**
     * It is done. State, facts, deadlines and what people are told are kept in one transaction.
     *
     * @param after the item as it is from now on
     * @param facts what happened, in order; never empty
     */
    record Done<S>(S after, List<Fact> facts) implements Decision<S> {
        public Done {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) throw new IllegalArgumentException("a decision without a fact is a refusal");
        }
    }

    /**
     * It is not done and nothing changed.
     *
     * @param why     names who may, or what to do instead
     * @param confirm how to do it after all, when it only waits to be confirmed
     */
    record Refused<S>(Message why, Optional<Confirmation> confirm) implements Decision<S> {

        public Refused(Message why) {
            this(why, Optional.empty());
        }
    }

    /**
     * The question before something that others will see or that cannot be undone.
     *
     * @param effect what will happen
     * @param label  of the button that confirms it
     * @param phrase what the button says
     */
    record Confirmation(Message effect, Message label, String phrase) {}

    static <S> Decision<S> done(S after, Fact fact) {
        return new Done<>(after, List.of(fact));
    }

    static <S> Decision<S> refused(String key, Object... args) {
        return new Refused<>(Message.of(key, args));
    }
}
