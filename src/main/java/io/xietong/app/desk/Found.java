package io.xietong.app.desk;

import io.xietong.app.store.Stored;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.feature.Appointment;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.ItemLists;
import io.xietong.core.feature.SharedRules;
import io.xietong.core.feature.View;
import io.xietong.core.feature.WorkingGroup;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * An item that was found in the books, together with the rules of its kind. Immutable.
 *
 * @param dispute the open dispute about it, when it was looked for and there is one
 */
record Found<S extends Item>(Kind<S, ?> kind, Stored<S> stored, Optional<Found<Dispute>> dispute) {

    Found(Kind<S, ?> kind, Stored<S> stored) {
        this(kind, stored, Optional.empty());
    }

    Found<S> disputedBy(Optional<Found<Dispute>> open) {
        return new Found<>(kind, stored, open);
    }

    S item() {
        return stored.item();
    }

    ItemNumber number() {
        return item().number();
    }

    private Feature<S, ?> feature() {
        return kind.feature();
    }

    /** The item with its next version and nothing else changed. */
    S touched() {
        return feature().watchedBy(item(), item().watchers());
    }

    /** The same after a decision; the end of its trail is still the one it was found with. */
    Found<S> after(Decision.Done<S> done) {
        return new Found<>(kind, new Stored<>(done.after(), stored.entries(), stored.hash()), dispute);
    }

    boolean maySee(String person, Organisation organisation, Routing routing) {
        return feature().maySee(item(), person, organisation, routing);
    }

    boolean mayShowIn(Chat chat) {
        return feature().mayShowIn(item(), chat);
    }

    Message state() {
        return feature().state(item());
    }

    /** What is said to somebody who may not see it. */
    Message hidden() {
        return Message.of(feature().words() + ".refused.not-yours-to-see", number());
    }

    ItemLists.Listed listed() {
        return new ItemLists.Listed(item(), state());
    }

    Card card(Optional<Message> headline, View view) {
        Card card = feature().card(item(), headline, view);
        return dispute.map(open -> open.notedOn(card, view)).orElse(card);
    }

    /** A card of what this is a dispute about, which says so; whoever may see this finds the way to it. */
    private Card notedOn(Card card, View view) {
        Card noted = card.withLine(view.words().say("item.disputed", number()));
        boolean shown = view.reader()
                .map(reader -> maySee(reader, view.organisation(), view.routing()))
                .orElse(false);
        return shown
                ? noted.withButton(Button.plain("dispute-" + number(), number().toString(), number().toString()))
                : noted;
    }

    Optional<WorkingGroup> group() {
        return feature().group(item());
    }

    Optional<Appointment> appointment(Organisation organisation) {
        return feature().appointment(item(), organisation);
    }

    Decision<S> housed(Chat group) {
        return feature().housed(item(), group);
    }

    boolean mayTask(String person, String owner, Organisation organisation, Routing routing) {
        return feature().mayTask(item(), person, owner, organisation, routing);
    }

    Optional<Feature.Opponent> opponent(String person, Organisation organisation) {
        return feature().opponent(item(), person, organisation);
    }

    Optional<String> inNameOf(AboutItem command, Occasion occasion) {
        return SharedRules.inNameOf(feature(), item(), command, occasion);
    }

    Decision<S> decide(AboutItem command, Occasion occasion) {
        return SharedRules.decide(feature(), item(), command, occasion);
    }

    Decision<S> ring(Occasion occasion) {
        return feature().ring(item(), occasion);
    }

    Decision<S> recompute(Occasion occasion) {
        return feature().recompute(item(), occasion);
    }

    Message told(Fact fact, Organisation organisation) {
        return feature().told(fact, organisation);
    }

    /** What the next rung of the running clock will be. */
    Optional<Message> nextRing(Company company) {
        return item().firstDue().flatMap(clock -> feature().nextRing(item(), clock, company.calendar()));
    }

    /** The steps by which the running due time came about; empty when no clock runs. */
    List<Message> explain(Company company) {
        return item().firstDue()
                .map(clock -> feature().explain(item(), clock, company.calendar(), company.organisation()))
                .orElse(List.of());
    }
}
