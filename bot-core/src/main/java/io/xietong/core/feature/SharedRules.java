package io.xietong.core.feature;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.Occasion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides any verb about an item: the ones that mean the same for every kind by the rules here, all others by the kind's own.
 * Whoever may not see an item learns nothing of it, whatever the verb.
 */
public final class SharedRules {

    private SharedRules() {}

    /** In whose name a person acts with this verb; empty when in their own. */
    public static <S extends Item, C extends AboutItem> Optional<String> inNameOf(
            Feature<S, C> feature, S item, AboutItem command, Occasion occasion) {
        return feature.commands().isInstance(command)
                ? feature.inNameOf(item, feature.commands().cast(command), occasion)
                : Optional.empty();
    }

    /** What becomes of the verb. A decision that is done carries the item's next version. */
    public static <S extends Item, C extends AboutItem> Decision<S> decide(
            Feature<S, C> feature, S item, AboutItem command, Occasion occasion) {
        if (!feature.maySee(item, occasion.person(), occasion.organisation(), occasion.routing())) {
            return Decision.refused(feature.words() + ".refused.not-yours-to-see", item.number());
        }
        if (command instanceof SharedCommand.Comment comment) return comment(feature, item, comment);
        if (command instanceof SharedCommand.Watch) return watch(feature, item, occasion);
        if (command instanceof SharedCommand.Unwatch) return unwatch(feature, item, occasion);
        return feature.decide(item, feature.commands().cast(command), occasion);
    }

    private static <S extends Item> Decision<S> comment(Feature<S, ?> feature, S item, SharedCommand.Comment command) {
        if (command.text().isBlank()) return Decision.refused("item.refused.no-comment", item.number());
        return Decision.done(feature.watchedBy(item, item.watchers()), new SharedFact.Commented(command.text()));
    }

    private static <S extends Item> Decision<S> watch(Feature<S, ?> feature, S item, Occasion occasion) {
        String person = occasion.person();
        if (item.parties().contains(person))
            return Decision.refused("item.refused.party-watches-anyway", item.number());
        if (item.watchers().contains(person)) return Decision.refused("item.refused.watched-already", item.number());
        Set<String> more = new HashSet<>(item.watchers());
        more.add(person);
        return Decision.done(feature.watchedBy(item, more), new SharedFact.Watched());
    }

    private static <S extends Item> Decision<S> unwatch(Feature<S, ?> feature, S item, Occasion occasion) {
        Set<String> fewer = new HashSet<>(item.watchers());
        if (!fewer.remove(occasion.person())) return Decision.refused("item.refused.not-watched", item.number());
        return Decision.done(feature.watchedBy(item, fewer), new SharedFact.Unwatched());
    }
}
