package io.xietong.core.commotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeCommand;
import io.xietong.core.dispute.DisputeCommand.Choice;
import io.xietong.core.dispute.DisputeFeature;
import io.xietong.core.dispute.DisputeKind;
import io.xietong.core.dispute.DisputePolicy;
import io.xietong.core.dispute.DisputePolicy.EarlyEscalation;
import io.xietong.core.dispute.State;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Delegation;
import io.xietong.core.trail.TrailEntry;
import io.xietong.core.vote.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** 争议: whatever people do with it; there is one ruling in each round. */
class DisputeCommotionTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.DISPUTE, 1);

    private static final List<AboutItem> VERBS = List.of(
            new DisputeCommand.StatePosition(NUMBER, "物料未到"),
            new DisputeCommand.Propose(NUMBER, "周三先交两台"),
            new DisputeCommand.Agree(NUMBER),
            new DisputeCommand.Escalate(NUMBER, "急"),
            new DisputeCommand.Receive(NUMBER, DisputeKind.SCHEDULE),
            new DisputeCommand.Vote(NUMBER, Choice.FIRST, ""),
            new DisputeCommand.Vote(NUMBER, Choice.SECOND, ""),
            new DisputeCommand.Vote(NUMBER, Choice.ABSTAIN, ""),
            new DisputeCommand.Recuse(NUMBER, "参与过"),
            new DisputeCommand.Rule(NUMBER, "周五前补齐", Optional.of(Choice.FIRST), List.of(), true),
            new DisputeCommand.Review(NUMBER, "签收单"),
            new DisputeCommand.Withdraw(NUMBER, true),
            new SharedCommand.Comment(NUMBER, "在看"),
            new SharedCommand.Watch(NUMBER));

    private static final Relation LIFE = Relation.of("""
            Raised NOTHING>FRONT_LINE
            Settled FRONT_LINE|WITH_HEADS|AWAITING_RECEIPT>SETTLED
            Climbed FRONT_LINE>WITH_HEADS WITH_HEADS>AWAITING_RECEIPT
            Received AWAITING_RECEIPT>BEFORE_COMMITTEE
            Ruled BEFORE_COMMITTEE>RULED
            ReviewGranted RULED>AWAITING_RECEIPT
            DisputeWithdrawn FRONT_LINE|WITH_HEADS|AWAITING_RECEIPT>WITHDRAWN""");

    private static final List<Crowd.Saying> APT = List.of(
            new Crowd.Saying("li.lei", VERBS.get(3)),
            new Crowd.Saying("zheng.qiang", VERBS.get(3)),
            new Crowd.Saying("sun.mi", VERBS.get(4)),
            new Crowd.Saying("sun.mi", VERBS.get(4)),
            new Crowd.Saying("sun.mi", VERBS.get(4)),
            new Crowd.Saying("zhao.min", VERBS.get(5)),
            new Crowd.Saying("ma.li", VERBS.get(6)),
            new Crowd.Saying("gao.yuan", VERBS.get(5)),
            new Crowd.Saying("song.jia", VERBS.get(5)),
            new Crowd.Saying("chen.zong", VERBS.get(5)),
            new Crowd.Saying("chen.zong", VERBS.get(9)),
            new Crowd.Saying("chen.zong", VERBS.get(9)),
            new Crowd.Saying("song.jia", VERBS.get(9)),
            new Crowd.Saying("li.lei", VERBS.get(10)));

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.steps(VERBS.size());
    }

    @Provide
    Arbitrary<List<Delegation>> absences() {
        return Step.absences();
    }

    @Property(tries = 300)
    void there_is_one_ruling_a_round_and_nothing_breaks_it(
            @ForAll("steps") List<Step> steps, @ForAll("absences") List<Delegation> absences, @ForAll Rule rule) {
        DisputeFeature feature = new DisputeFeature(new DisputePolicy(
                2,
                2,
                1,
                3,
                5,
                3,
                50,
                Duration.ofHours(4),
                EarlyEscalation.ALWAYS,
                5,
                Map.of(DisputeKind.SCHEDULE, rule)));
        Commotion<Dispute> commotion = new Commotion<>(
                feature,
                Demo.at("2026-11-24T10:00"),
                absences,
                (before, facts, after, occasion) -> LIFE.allows(
                        before.map(dispute -> dispute.state().name()).orElse("NOTHING"),
                        facts,
                        after.state().name()));
        Chat chat = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
        DisputeCommand.Raise raise = new DisputeCommand.Raise(Optional.empty(), Optional.of("production"), "样机三次推迟");
        commotion.begins(
                "li.lei",
                feature.rules()
                        .raise(NUMBER, raise, Optional.empty(), chat, commotion.occasion(Actor.person("li.lei"))));
        Crowd.acts(commotion, steps, VERBS, APT);
        Statistics.label("end").collect(commotion.item().state()).coverage(checker -> {
            checker.check(State.RULED).count(count -> count > 0);
        });
        long rulings = count(commotion, "Ruled");
        long reviews = count(commotion, "ReviewGranted");
        assertThat(reviews).isLessThanOrEqualTo(1);
        assertThat(rulings).isBetween(reviews, reviews + 1);
    }

    private static long count(Commotion<?> commotion, String fact) {
        return commotion.trail().stream()
                .map(TrailEntry::fact)
                .filter(fact::equals)
                .count();
    }
}
