package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.action.ActionCommand;
import io.xietong.core.action.ActionFeature;
import io.xietong.core.action.ActionItem;
import io.xietong.core.action.ActionRules;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeFact;
import io.xietong.core.dispute.Ruling;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to other items because of what happened to one, in the same transaction: a row for each such fact. */
final class Reactions {

    private final Books books;
    private final Company company;
    private final Instant now;
    private final List<Row<?>> table = List.of(
            new Row<>(DisputeFact.Raised.class, (fact, by) -> about(by, new SharedFact.Disputed(number(by)))),
            new Row<>(DisputeFact.Settled.class, (fact, by) -> about(by, ended(by, fact.terms()))),
            new Row<>(DisputeFact.DisputeWithdrawn.class, (fact, by) -> about(by, ended(by, ""))),
            new Row<>(
                    DisputeFact.Ruled.class,
                    (fact, by) -> about(by, ended(by, fact.ruling().text()))),
            new Row<>(DisputeFact.Ruled.class, (fact, by) -> revokeEarlier(by)),
            new Row<>(
                    DisputeFact.Ruled.class,
                    (fact, by) -> fact.ruling().orders().forEach(order -> assign(order, by))));

    /** @param effect given the fact and the decision it was part of */
    private record Row<F extends Fact>(Class<F> fact, Effect<F> effect) {

        void react(Fact happened, Decided<?> by) {
            if (fact.isInstance(happened)) effect.of(fact.cast(happened), by);
        }
    }

    private interface Effect<F> {
        void of(F fact, Decided<?> by);
    }

    Reactions(Books books, Company company, Instant now) {
        this.books = books;
        this.company = company;
        this.now = now;
    }

    void to(Decided<?> decided) {
        for (Fact fact : decided.done().facts()) table.forEach(row -> row.react(fact, decided));
    }

    private static ItemNumber number(Decided<?> by) {
        return by.after().number();
    }

    private static SharedFact ended(Decided<?> by, String outcome) {
        return new SharedFact.DisputeEnded(number(by), outcome);
    }

    /** Notes a fact in the trail of the item that a dispute is about. */
    private void about(Decided<?> by, SharedFact fact) {
        ((Dispute) by.after())
                .about()
                .flatMap(number -> company.features().find(books, number))
                .ifPresent(found -> note(found, fact, by));
    }

    private <S extends Item> void note(Found<S> found, SharedFact fact, Decided<?> by) {
        Decision.Done<S> done = new Decision.Done<>(found.touched(), List.of(fact));
        keep(found.kind(), new Decided<>(Optional.of(found.stored()), done, by.occasion(), by.source()));
    }

    /** A ruling after a review takes the place of the one before, and so do its orders. */
    private void revokeEarlier(Decided<?> by) {
        if (((Dispute) by.after()).reviews() == 0) return;
        Kind<ActionItem, ActionFeature> kind = company.features().actionItems();
        for (Found<ActionItem> found : kind.find(books, books.actionItems().openFrom(List.of(number(by))))) {
            if (ActionRules.revoke(found.item(), by.occasion()) instanceof Decision.Done<ActionItem> done)
                keep(kind, new Decided<>(Optional.of(found.stored()), done, by.occasion(), by.source()));
        }
    }

    /** An order of a ruling becomes an action item of its own. */
    private void assign(Ruling.Order order, Decided<?> by) {
        Kind<ActionItem, ?> kind = company.features().actionItems();
        ActionCommand.Assign assign = new ActionCommand.Assign(
                Optional.of(order.owner()), order.what(), Optional.of(order.due()), Optional.of(number(by)));
        ItemNumber number = kind.in(books).nextNumber(now);
        Decision<ActionItem> decision =
                company.features().actionItems().feature().rules().assign(number, assign, by.occasion());
        if (!(decision instanceof Decision.Done<ActionItem> done))
            throw new IllegalStateException("an order of " + number(by) + " cannot be assigned: " + decision);
        keep(kind, new Decided<>(Optional.empty(), done, by.occasion(), by.source()));
    }

    private <S extends Item> void keep(Kind<S, ?> kind, Decided<S> decided) {
        new Ledger(books, company).keep(kind, List.of(decided), now);
    }
}
