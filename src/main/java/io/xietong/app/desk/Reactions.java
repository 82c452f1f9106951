package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.action.ActionFact;
import io.xietong.core.action.ActionItem;
import io.xietong.core.action.ActionRules;
import io.xietong.core.action.Order;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeFact;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.GateFact;
import io.xietong.core.gate.GateRules;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.MeetingFact;
import io.xietong.core.meeting.MeetingFeature;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectFact;
import io.xietong.core.project.ProjectFeature;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
            new Row<>(DisputeFact.ReviewGranted.class, (fact, by) -> suspendOrders(by)),
            new Row<>(DisputeFact.DisputeWithdrawn.class, (fact, by) -> resumeOrders(by)),
            new Row<>(DisputeFact.Settled.class, (fact, by) -> revokeEarlier(by)),
            new Row<>(
                    DisputeFact.Ruled.class, (fact, by) -> orders(fact.ruling().orders(), by)),
            new Row<>(GateFact.ReviewPassed.class, (fact, by) -> openNextStage(by)),
            new Row<>(GateFact.GateReleased.class, (fact, by) -> openNextStage(by)),
            new Row<>(ActionFact.Finished.class, (fact, by) -> lift(by)),
            new Row<>(ActionFact.ActionCancelled.class, (fact, by) -> lift(by)),
            new Row<>(
                    ProjectFact.LeadChanged.class, (fact, by) -> gates(by, gate -> GateRules.handOn(gate, fact.to()))),
            new Row<>(ProjectFact.ProjectClosed.class, (fact, by) -> revokeGates(by)),
            new Row<>(ProjectFact.ProjectCancelled.class, (fact, by) -> revokeGates(by)),
            new Row<>(MeetingFact.MinutesDistributed.class, (fact, by) -> orders(fact.orders(), by)),
            new Row<>(ProjectFact.ProjectClosed.class, (fact, by) -> callOff(by)),
            new Row<>(ProjectFact.ProjectCancelled.class, (fact, by) -> callOff(by)),
            new Row<>(ProjectFact.MeetsRegularly.class, (fact, by) -> callOff(by)),
            new Row<>(ProjectFact.MeetsNoMore.class, (fact, by) -> callOff(by)),
            new Row<>(MeetingFact.MeetingCalled.class, (fact, by) -> hindered(by)),
            new Row<>(MeetingFact.MeetingPlanned.class, (fact, by) -> hindered(by)),
            new Row<>(MeetingFact.MeetingMoved.class, (fact, by) -> hindered(by)),
            new Row<>(SharedFact.RungReached.class, (fact, by) -> agenda(fact, by)));

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

    /** What is agreed after a review takes the place of the ruling before. */
    private void revokeEarlier(Decided<?> by) {
        if (((Dispute) by.after()).reviews() == 0) return;
        for (Found<ActionItem> found : orders(by)) react(found, ActionRules.revoke(found.item(), by.occasion()), by);
    }

    /** Nobody has to do what is under review. */
    private void suspendOrders(Decided<?> by) {
        for (Found<ActionItem> found : orders(by))
            react(found, ActionRules.suspend(found.item(), number(by), by.occasion()), by);
    }

    private void resumeOrders(Decided<?> by) {
        ActionRules rules = company.features().actionItems().feature().rules();
        for (Found<ActionItem> found : orders(by)) react(found, rules.resume(found.item(), by.occasion()), by);
    }

    /** What a ruling has ordered and is not done. */
    private List<Found<ActionItem>> orders(Decided<?> by) {
        return company.features().actionItems().find(books, books.actionItems().openFrom(number(by)));
    }

    /** A gate has opened: its conditions become action items of who asked for them, and the project goes on. */
    private void openNextStage(Decided<?> by) {
        Gate gate = (Gate) by.after();
        for (GateRules.Order order :
                company.features().gates().feature().rules().orders(gate, by.occasion()))
            new Orders(books, company, now)
                    .assign(
                            new Order(order.owner(), order.what(), order.due()),
                            by.occasion().by(order.askedBy()),
                            by);
        Kind<Project, ProjectFeature> kind = company.features().projects();
        kind.find(books, gate.at().project())
                .ifPresent(found -> react(
                        found,
                        kind.feature().rules().open(found.item(), gate.at().ordinal(), gate.number(), by.occasion()),
                        by));
    }

    /** A condition is met or waived; the gates that it holds are told. */
    private void lift(Decided<?> by) {
        for (Found<Gate> found :
                company.features().gates().find(books, books.gates().lockedBy(number(by))))
            react(found, GateRules.lift(found.item(), number(by), by.occasion()), by);
    }

    /** A project that has ended needs no reviews any more. */
    private void revokeGates(Decided<?> by) {
        gates(by, gate -> GateRules.revoke(gate, by.occasion()));
    }

    /** What becomes of every gate of a project. */
    private void gates(Decided<?> by, Function<Gate, Decision<Gate>> fate) {
        List<Long> serials = books.gates().ofProject(number(by)).stream()
                .map(ItemNumber::serial)
                .toList();
        for (Found<Gate> found : company.features().gates().find(books, serials))
            react(found, fate.apply(found.item()), by);
    }

    /** Keeps what another item decides because of this; what it refuses was settled otherwise. */
    private <S extends Item> void react(Found<S> found, Decision<S> decision, Decided<?> by) {
        if (decision instanceof Decision.Done<S> done)
            keep(found.kind(), new Decided<>(Optional.of(found.stored()), done, by.occasion(), by.source()));
    }

    private void orders(List<Order> orders, Decided<?> by) {
        new Orders(books, company, now).follow(orders, by);
    }

    /** With the call for topics, open matters put themselves on the agenda of a meeting. */
    private void agenda(SharedFact.RungReached rung, Decided<?> by) {
        Kind<Meeting, MeetingFeature> kind = company.features().meetings();
        if (!(by.after() instanceof Meeting meeting) || !kind.feature().rules().fillsAgenda(meeting, rung)) return;
        kind.find(books, number(by)).ifPresent(found -> {
            if (new Agendas(books, company, now).filled(found, by.occasion()) instanceof Decision.Done<Meeting> done)
                keep(kind, new Decided<>(Optional.of(found.stored()), done, by.occasion(), by.source()));
        });
    }

    /** The meetings to come of a project that has ended them, or itself, are called off. */
    private void callOff(Decided<?> by) {
        Project project = (Project) by.after();
        ProjectSeries series = ProjectSeries.of(company);
        Kind<Meeting, MeetingFeature> kind = company.features().meetings();
        String reason = company.words().say("project.rhythm.ended", project.number());
        for (Found<Meeting> found : kind.find(books, books.meetings().toComeOf(project.number())))
            if (!series.has(project, found.item().origin().orElseThrow().series()))
                react(found, kind.feature().rules().callOff(found.item(), reason, by.occasion()), by);
    }

    /** Who looks after a meeting learns at once who will be away on its day, and who has another one then. */
    private void hindered(Decided<?> by) {
        Meeting meeting = (Meeting) by.after();
        Agendas agendas = new Agendas(books, company, now);
        hindered("meeting.news.away", agendas.away(meeting), meeting, by);
        if (!meeting.isDaily()) hindered("meeting.news.busy", agendas.busy(meeting), meeting, by);
    }

    private void hindered(String sentence, List<Object> names, Meeting meeting, Decided<?> by) {
        if (names.isEmpty()) return;
        boolean own = by.occasion().actor().is(meeting.organiser());
        Outgoing note = Outgoing.note(
                new Outgoing.ToPerson(meeting.organiser()),
                Message.of(sentence, meeting.number(), names),
                own ? Urgency.ANSWER : Urgency.NORMAL,
                Optional.of(meeting.number()));
        Turn.post(books, company, List.of(note), now);
    }

    private <S extends Item> void keep(Kind<S, ?> kind, Decided<S> decided) {
        new Ledger(books, company).keep(kind, List.of(decided), now);
    }
}
