package io.xietong.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Routing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ruling has ordered stands still while the ruling is under review. */
class SuspensionTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.ACTION_ITEM, 1);
    private static final ItemNumber DISPUTE = new ItemNumber(ItemKind.DISPUTE, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final ActionFeature FEATURE = new ActionFeature(new ActionPolicy(1, 10));

    private static Occasion at(String local, String person) {
        Routing routing = new Routing(Demo.COMPANY, Availability.on(LocalDate.of(2026, 11, 24), List.of()));
        return new Occasion(Actor.person(person), Demo.at(local), Demo.COMPANY, routing, CALENDAR);
    }

    private static Decision.Done<ActionItem> done(Decision<ActionItem> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return (Decision.Done<ActionItem>) decision;
    }

    private static ActionItem ordered() {
        ActionCommand.Assign assign = new ActionCommand.Assign(
                Optional.of("he.tao"), "补齐样机", Optional.of(LocalDate.of(2026, 11, 27)), Optional.of(DISPUTE));
        return done(FEATURE.rules().ordered(NUMBER, assign, at("2026-11-24T09:00", "chen.zong")))
                .after();
    }

    private static ActionItem suspended() {
        return done(ActionRules.suspend(ordered(), DISPUTE, at("2026-11-25T09:00", "zheng.qiang")))
                .after();
    }

    @Test
    void its_clock_stands_still_and_nobody_has_to_do_it() {
        Occasion granted = at("2026-11-25T09:00", "zheng.qiang");
        Decision.Done<ActionItem> decision = done(ActionRules.suspend(ordered(), DISPUTE, granted));
        ActionItem item = decision.after();
        assertThat(item.state()).isEqualTo(State.SUSPENDED);
        assertThat(item.isOpen()).isTrue();
        assertThat(item.waitingFor()).isEmpty();
        assertThat(item.nextRing()).isEmpty();
        List<Outgoing> news = FEATURE.news(item, decision.facts(), granted);
        assertThat(news).extracting(Outgoing::to).containsExactly(new Outgoing.ToPerson("he.tao"));
        assertThat(ActionRules.suspend(item, DISPUTE, granted)).isInstanceOf(Decision.Refused.class);
        Decision<ActionItem> finish =
                FEATURE.decide(item, new ActionCommand.Finish(NUMBER, "好了"), at("2026-11-25T10:00", "he.tao"));
        assertThat(((Decision.Refused<ActionItem>) finish).why().key()).isEqualTo("action.refused.not-now");
    }

    @Test
    void when_the_review_comes_to_nothing_it_gets_the_time_back_that_the_review_took() {
        Decision.Done<ActionItem> decision =
                done(FEATURE.rules().resume(suspended(), at("2026-11-26T09:00", "zheng.qiang")));
        assertThat(decision.after().state()).isEqualTo(State.OPEN);
        assertThat(decision.after().firstDue().flatMap(Deadline::dueAt)).contains(Demo.at("2026-11-30T18:00"));
        assertThat(decision.facts()).containsExactly(new ActionFact.ActionResumed(LocalDate.of(2026, 11, 30)));
        assertThat(FEATURE.rules().resume(decision.after(), at("2026-11-26T09:00", "zheng.qiang")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void another_ruling_or_its_assigner_ends_it_for_good() {
        ActionItem revoked = done(ActionRules.revoke(suspended(), at("2026-11-26T09:00", "chen.zong")))
                .after();
        assertThat(revoked.state()).isEqualTo(State.CANCELLED);
        assertThat(revoked.deadlines()).noneMatch(Deadline::isOpen);
        ActionItem cancelled = done(FEATURE.decide(
                        suspended(), new ActionCommand.Cancel(NUMBER, true), at("2026-11-26T09:00", "chen.zong")))
                .after();
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
    }
}
