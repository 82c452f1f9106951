package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.action.ActionCommand;
import io.xietong.core.action.ActionFeature;
import io.xietong.core.action.ActionItem;
import io.xietong.core.action.ActionRules;
import io.xietong.core.action.Order;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Has action items follow what a ruling or minutes order, within the transaction in which it was ordered. */
final class Orders {

    private final Books books;
    private final Company company;
    private final Instant now;
    private final Kind<ActionItem, ActionFeature> kind;

    Orders(Books books, Company company, Instant now) {
        this.books = books;
        this.company = company;
        this.now = now;
        this.kind = company.features().actionItems();
    }

    /** Open items of an earlier wording that nothing orders any more are taken back; what was ordered before stays as it is. */
    void follow(List<Order> ordered, Decided<?> by) {
        List<Order> orders =
                ordered.stream().map(order -> order.on(company.calendar())).toList();
        ItemNumber source = by.after().number();
        List<Found<ActionItem>> before = kind.find(books, books.actionItems().from(source));
        Collection<ActionItem> dropped =
                Order.dropped(before.stream().map(Found::item).toList(), orders);
        for (Found<ActionItem> found : before)
            react(found, dropped.contains(found.item()) ? revoked(found, by) : resumed(found, by), by);
        orders.stream()
                .filter(order -> before.stream().map(Found::item).noneMatch(order::isMetBy))
                .forEach(order -> assign(order, by.occasion(), by));
    }

    private static Decision<ActionItem> revoked(Found<ActionItem> found, Decided<?> by) {
        return ActionRules.revoke(found.item(), by.occasion());
    }

    /** What a ruling under review had ordered, and the new one orders again, is to be done after all. */
    private Decision<ActionItem> resumed(Found<ActionItem> found, Decided<?> by) {
        return kind.feature().rules().resume(found.item(), by.occasion());
    }

    private void react(Found<ActionItem> found, Decision<ActionItem> decision, Decided<?> by) {
        if (decision instanceof Decision.Done<ActionItem> done)
            keep(new Decided<>(Optional.of(found.stored()), done, by.occasion(), by.source()));
    }

    /** A new action item, in the name of whoever acts on this occasion. */
    void assign(Order order, Occasion occasion, Decided<?> by) {
        ItemNumber source = by.after().number();
        ActionCommand.Assign assign = new ActionCommand.Assign(
                Optional.of(order.owner()), order.what(), Optional.of(order.due()), Optional.of(source));
        ItemNumber number = kind.in(books).nextNumber(now);
        Decision<ActionItem> decision = kind.feature().rules().ordered(number, assign, occasion);
        if (!(decision instanceof Decision.Done<ActionItem> done))
            throw new IllegalStateException("an order of " + source + " cannot be assigned: " + decision);
        keep(new Decided<>(Optional.empty(), done, occasion, by.source()));
    }

    private void keep(Decided<ActionItem> decided) {
        new Ledger(books, company).keep(kind, List.of(decided), now);
    }
}
