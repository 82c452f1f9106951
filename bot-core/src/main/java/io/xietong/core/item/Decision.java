package io.xietong.core.item;

import io.xietong.core.text.Message;
import java.util.List;

/**
 * The outcome of a rule.
 *
 * @param <S> the item's state
 * @param <F> its facts
 */
public sealed interface Decision<S, F> {

    /**
     * It is done. State, facts, deadlines and what people are told are kept in one transaction.
     *
     * @param after the item as it is from now on
     * @param facts what happened, in order; never empty
     */
    record Done<S, F>(S after, List<F> facts) implements Decision<S, F> {
        public Done {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) throw new IllegalArgumentException("a decision without a fact is a refusal");
        }
    }

    /** It is not done and nothing changed. The sentence names who may, or what to do instead. */
    record Refused<S, F>(Message why) implements Decision<S, F> {}

    static <S, F> Decision<S, F> done(S after, F fact) {
        return new Done<>(after, List.of(fact));
    }

    static <S, F> Decision<S, F> refused(String key, Object... args) {
        return new Refused<>(Message.of(key, args));
    }
}
