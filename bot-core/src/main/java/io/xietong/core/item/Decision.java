package io.xietong.core.item;

import io.xietong.core.text.Message;
import java.util.List;

/** The outcome of a rule: facts that now hold, or a refusal that says why and what to do instead. */
public sealed interface Decision<F> {

    /** It is done; the facts are applied, told and kept in one transaction. Never empty. */
    record Done<F>(List<F> facts) implements Decision<F> {
        public Done {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) throw new IllegalArgumentException("a decision without a fact is a refusal");
        }
    }

    /** It is not done and nothing changed. The sentence names who may, or what to do instead. */
    record Refused<F>(Message why) implements Decision<F> {}

    static <F> Decision<F> done(F fact) {
        return new Done<>(List.of(fact));
    }

    static <F> Decision<F> done(List<F> facts) {
        return new Done<>(facts);
    }

    static <F> Decision<F> refused(String key, Object... args) {
        return new Refused<>(Message.of(key, args));
    }
}
