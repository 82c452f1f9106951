package io.xietong.core.commotion;

import io.xietong.core.Demo;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Delegation;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestFeature;
import io.xietong.core.request.RequestPolicy;
import io.xietong.core.request.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** 需求单: whatever people do with it, in whatever order and however often. */
class RequestCommotionTest {

    private static final ItemNumber NUMBER = ItemNumber.request(1);
    private static final LocalDate SOON = LocalDate.of(2026, 12, 4);

    private static final List<AboutItem> VERBS = List.of(
            new RequestCommand.Accept(NUMBER, Optional.of(SOON)),
            new RequestCommand.Accept(NUMBER, Optional.of(SOON.plusMonths(2))),
            new RequestCommand.AskForInfo(NUMBER, "尺寸?"),
            new RequestCommand.Supply(NUMBER, "A2"),
            new RequestCommand.Transfer(NUMBER, "production", Optional.empty(), "归他们管"),
            new RequestCommand.Transfer(NUMBER, "design", Optional.of("wu.yue"), "她在做"),
            new RequestCommand.Decline(NUMBER, "排不开", Optional.of("production")),
            new RequestCommand.Deliver(NUMBER, "已交"),
            new RequestCommand.Verify(NUMBER, Optional.of(5), "好"),
            new RequestCommand.Reopen(NUMBER, "尺寸不对"),
            new RequestCommand.Withdraw(NUMBER, true),
            new RequestCommand.Nudge(NUMBER),
            new RequestCommand.Escalate(NUMBER, "急"),
            new SharedCommand.Comment(NUMBER, "在看"),
            new SharedCommand.Watch(NUMBER),
            new SharedCommand.Unwatch(NUMBER));

    private static final Relation LIFE = Relation.of("""
            Filed NOTHING>AWAITING_RESPONSE
            Accepted AWAITING_RESPONSE|NEEDS_INFO|IN_PROGRESS>IN_PROGRESS
            InfoAsked AWAITING_RESPONSE>NEEDS_INFO
            InfoSupplied NEEDS_INFO>AWAITING_RESPONSE
            Transferred AWAITING_RESPONSE|NEEDS_INFO|DECLINED>AWAITING_RESPONSE IN_PROGRESS>IN_PROGRESS
            Declined AWAITING_RESPONSE|NEEDS_INFO>DECLINED
            Delivered AWAITING_RESPONSE|IN_PROGRESS>DELIVERED
            Verified DELIVERED>COMPLETED
            AcceptedBySilence DELIVERED>COMPLETED
            Reopened DELIVERED|COMPLETED|DECLINED|LAPSED>AWAITING_RESPONSE
            Withdrawn AWAITING_RESPONSE|NEEDS_INFO|IN_PROGRESS>WITHDRAWN
            Lapsed NEEDS_INFO>LAPSED""");

    private static RequestFeature feature() {
        return new RequestFeature(new RequestPolicy(
                "natural-rolled",
                Duration.ofHours(24),
                Duration.ofHours(1),
                List.of(50, 75, 90),
                3,
                2,
                5,
                2,
                Duration.ofHours(2),
                3,
                2,
                10,
                3,
                3));
    }

    private static final List<Crowd.Saying> APT = List.of(
            new Crowd.Saying("zhou.jie", VERBS.get(0)),
            new Crowd.Saying("zhou.jie", VERBS.get(0)),
            new Crowd.Saying("zhou.jie", VERBS.get(2)),
            new Crowd.Saying("li.lei", VERBS.get(3)),
            new Crowd.Saying("zhou.jie", VERBS.get(6)),
            new Crowd.Saying("zhou.jie", VERBS.get(7)),
            new Crowd.Saying("zhou.jie", VERBS.get(7)),
            new Crowd.Saying("li.lei", VERBS.get(8)),
            new Crowd.Saying("li.lei", VERBS.get(9)));

    /** Handed to a colleague, a request goes on as it was. */
    private static boolean staysInTheDepartment(Fact fact) {
        return fact instanceof RequestFact.Transferred to && to.fromDepartment().equals(to.toDepartment());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.steps(VERBS.size());
    }

    @Provide
    Arbitrary<List<Delegation>> absences() {
        return Step.absences();
    }

    @Property(tries = 300)
    void nothing_that_happens_breaks_it(
            @ForAll("steps") List<Step> steps,
            @ForAll("absences") List<Delegation> absences,
            @ForAll Visibility visibility) {
        RequestFeature feature = feature();
        Commotion<Request> commotion = new Commotion<>(
                feature,
                Demo.at("2026-11-24T10:00"),
                absences,
                (before, facts, after, occasion) -> LIFE.allows(
                        before.map(request -> request.state().name()).orElse("NOTHING"),
                        facts.stream()
                                .filter(fact -> !staysInTheDepartment(fact))
                                .toList(),
                        after.state().name()));
        RequestCommand.File file = new RequestCommand.File(
                "design",
                Optional.empty(),
                "新品海报",
                Optional.of(SOON),
                "",
                false,
                visibility,
                visibility == Visibility.NAMED ? Set.of("gao.yuan") : Set.of(),
                false);
        Chat chat = new Chat("sandbox", "g1", Chat.Kind.GROUP, "新品上市");
        commotion.begins(
                "li.lei",
                feature.rules().file(NUMBER, file, List.of(), chat, commotion.occasion(Actor.person("li.lei"))));
        Crowd.acts(commotion, steps, VERBS, APT);
        Statistics.label("end").collect(commotion.item().state()).coverage(checker -> {
            checker.check(State.COMPLETED).count(count -> count > 0);
            checker.check(State.DECLINED).count(count -> count > 0);
        });
    }
}
