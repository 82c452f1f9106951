package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.action.Order;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeKind;
import io.xietong.core.dispute.Docket;
import io.xietong.core.dispute.Ruling;
import io.xietong.core.dispute.Side;
import io.xietong.core.dispute.State;
import io.xietong.core.dispute.Terms;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Rule;
import io.xietong.core.vote.Vote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of disputes, and how it finds those that wait or are overdue. */
abstract class DisputesContract extends DatabaseContract {

    private static final Side FIRST = new Side("market", "li.lei", "三次推迟 🎉");
    private static final Side SECOND = new Side("production", "he.tao", "");

    private List<Long> waiting(Duties duties) {
        List<Long> disputes = database.read(books -> books.disputes().waitingFor(duties, 10)).stream()
                .map(Due::serial)
                .toList();
        List<Long> amongAll = database.read(books -> books.waiting().of(duties, 100)).stream()
                .filter(waits -> waits.number().kind() == ItemKind.DISPUTE)
                .map(waits -> waits.due().serial())
                .toList();
        assertThat(amongAll).as("the same when all kinds are asked for").containsExactlyElementsOf(disputes);
        return disputes;
    }

    private static Dispute dispute(ItemNumber number, long version, State state, Optional<Docket> docket) {
        return new Dispute(
                number,
                version,
                state,
                "三次推迟 🎉",
                Optional.of(ItemNumber.request(7)),
                Samples.GROUP,
                NOW,
                List.of(FIRST, SECOND),
                Optional.empty(),
                docket,
                Optional.empty(),
                0,
                Set.of(),
                List.of(Samples.clock(Purpose.NEGOTIATION, 1, "production")));
    }

    @Test
    void a_dispute_comes_back_as_it_was_kept_from_the_front_line_to_the_ruling() {
        ItemNumber number = next(Books::disputes);
        assertThat(number).hasToString("ZY-1");
        Stored<Dispute> raised =
                save(Books::disputes, Optional.empty(), dispute(number, 1, State.FRONT_LINE, Optional.empty()));
        assertThat(find(Books::disputes, number)).contains(raised);

        Terms terms = new Terms("各让一步", "li.lei", NOW, Set.of("market"));
        Ballot ballot = Ballot.open(
                        Rule.TWO_THIRDS,
                        List.of("market", "production"),
                        List.of("chair", "zhao.min", "ma.li"),
                        Set.of("ma.li"),
                        "chair",
                        50)
                .with(new Vote(
                        "zhao.min", "market", new Actor(Optional.of("qian.duo"), Optional.of("zhao.min")), "", NOW))
                .with(new Vote("chair", Ballot.ABSTAIN, Actor.person("chair"), "再看", NOW));
        Docket docket = new Docket(DisputeKind.RESOURCES, NOW, "sun.mi", "chair", ballot);
        Ruling ruling = new Ruling(
                "补齐样机",
                Optional.of("market"),
                List.of(new Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 4))),
                Actor.person("chair"),
                NOW);
        Dispute ruled = new Dispute(
                number,
                2,
                State.RULED,
                raised.item().subject(),
                raised.item().about(),
                raised.item().chat(),
                NOW,
                List.of(FIRST, new Side("production", "he.tao", "物料未到")),
                Optional.of(terms),
                Optional.of(docket),
                Optional.of(ruling),
                1,
                Set.of("han.mei"),
                List.of(
                        Samples.clock(Purpose.NEGOTIATION, 1, "production").met(NOW),
                        Samples.clock(Purpose.RULING, 1, "production")));
        Stored<Dispute> kept = save(Books::disputes, Optional.of(raised), ruled);
        assertThat(find(Books::disputes, number)).contains(kept);
        List<Long> open = database.read(books -> books.disputes().openBefore(Long.MAX_VALUE, 10));
        assertThat(open).isEmpty();
        assertThatThrownBy(() -> save(Books::disputes, Optional.of(raised), ruled))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void what_waits_for_whom_and_who_has_a_part_in_it() {
        ItemNumber number = next(Books::disputes);
        Stored<Dispute> front =
                save(Books::disputes, Optional.empty(), dispute(number, 1, State.FRONT_LINE, Optional.empty()));
        assertThat(waiting(Duties.of("he.tao"))).containsExactly(number.serial());
        assertThat(waiting(Duties.of("li.lei"))).isEmpty();
        Duties standIn = new Duties("xu.ning", Set.of("he.tao"), Set.of(), Set.of(), false);
        assertThat(waiting(standIn)).containsExactly(number.serial());

        Stored<Dispute> heads =
                save(Books::disputes, Optional.of(front), dispute(number, 2, State.WITH_HEADS, Optional.empty()));
        assertThat(waiting(Duties.of("he.tao"))).isEmpty();
        Duties contact = new Duties("he.tao", Set.of(), Set.of("production"), Set.of(), false);
        Duties head = new Duties("zheng.qiang", Set.of(), Set.of("production"), Set.of("production"), false);
        assertThat(waiting(contact)).isEmpty();
        assertThat(waiting(head)).containsExactly(number.serial());

        save(Books::disputes, Optional.of(heads), dispute(number, 3, State.AWAITING_RECEIPT, Optional.empty()));
        assertThat(waiting(head)).isEmpty();
        assertThat(waiting(new Duties("sun.mi", Set.of(), Set.of(), Set.of(), true)))
                .containsExactly(number.serial());
        for (String party : List.of("li.lei", "he.tao")) {
            List<Long> own = database.read(books -> books.disputes().of(party, 10));
            assertThat(own).containsExactly(number.serial());
        }
        Optional<ItemNumber> about = database.read(books -> books.disputes().openAbout(ItemNumber.request(7)));
        assertThat(about).contains(number);
        List<Long> found = database.read(books -> books.disputes().before(number.serial() + 1, 10));
        assertThat(found).containsExactly(number.serial());
        List<Long> open = database.read(books -> books.disputes().openBefore(number.serial() + 1, 10));
        assertThat(open).containsExactly(number.serial());
        List<Long> below = database.read(books -> books.disputes().openBefore(number.serial(), 10));
        assertThat(below).isEmpty();
        List<ItemNumber> due = database.read(books -> books.deadlines().due(NOW, 10));
        assertThat(due).containsExactly(number);
    }

    @Test
    void a_dispute_whose_trail_was_cut_or_that_was_lost_is_named() {
        ItemNumber number = next(Books::disputes);
        save(Books::disputes, Optional.empty(), dispute(number, 1, State.FRONT_LINE, Optional.empty()));
        next(Books::disputes);
        List<JdbiTrail.TrailFault> faults = database.read(books -> books.trail().verify());
        assertThat(faults).containsExactly(new JdbiTrail.TrailFault("ZY-1", 1), new JdbiTrail.TrailFault("ZY-2", 1));
    }

    @Test
    void items_whose_time_is_up_are_found_by_kind() {
        ItemNumber number = next(Books::disputes);
        save(Books::disputes, Optional.empty(), dispute(number, 1, State.FRONT_LINE, Optional.empty()));
        List<Long> before = database.read(books -> books.deadlines().overdue(ItemKind.DISPUTE, NOW, 10));
        assertThat(before).isEmpty();
        Instant later = NOW.plusSeconds(86_400);
        List<Long> after = database.read(books -> books.deadlines().overdue(ItemKind.DISPUTE, later, 10));
        assertThat(after).containsExactly(number.serial());
        List<Long> others = database.read(books -> books.deadlines().overdue(ItemKind.REQUEST, later, 10));
        assertThat(others).isEmpty();
    }
}
