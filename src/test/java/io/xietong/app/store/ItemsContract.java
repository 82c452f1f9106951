package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.action.ActionItem;
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
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.Invitee;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.Minutes;
import io.xietong.core.meeting.Origin;
import io.xietong.core.meeting.Reply;
import io.xietong.core.meeting.Slot;
import io.xietong.core.notice.Notice;
import io.xietong.core.notice.NoticeKind;
import io.xietong.core.people.Audience;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Rule;
import io.xietong.core.vote.Vote;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of disputes, action items, meetings and notices. */
abstract class ItemsContract extends DatabaseContract {

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
    void an_action_item_comes_back_as_it_was_kept() {
        ItemNumber number = next(Books::actionItems);
        ActionItem open = new ActionItem(
                number,
                1,
                io.xietong.core.action.State.OPEN,
                "补齐样机",
                "he.tao",
                "chen.zong",
                Optional.of(ItemNumber.request(1)),
                LocalDate.of(2026, 12, 4),
                NOW,
                "",
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.ACTION, 1, "production")));
        Stored<ActionItem> kept = save(Books::actionItems, Optional.empty(), open);
        assertThat(find(Books::actionItems, number)).contains(kept);
        ActionItem done = new ActionItem(
                number,
                2,
                io.xietong.core.action.State.DONE,
                "补齐样机",
                "xu.ning",
                "chen.zong",
                open.source(),
                LocalDate.of(2026, 12, 7),
                NOW,
                "已入库",
                Set.of(),
                List.of(Samples.clock(Purpose.ACTION, 1, "production").met(NOW)));
        Stored<ActionItem> after = save(Books::actionItems, Optional.of(kept), done);
        assertThat(find(Books::actionItems, number)).contains(after);
        List<Long> stillOpen = database.read(books -> books.actionItems().open());
        assertThat(stillOpen).isEmpty();
    }

    @Test
    void a_notice_comes_back_as_it_was_kept_and_each_receipt_is_written_alone() {
        ItemNumber number = next(Books::notices);
        Map<String, Optional<Instant>> nobody = new LinkedHashMap<>();
        for (String reader : List.of("xu.ning", "he.tao")) nobody.put(reader, Optional.empty());
        Notice out = new Notice(
                number,
                1,
                io.xietong.core.notice.State.AWAITING_RECEIPTS,
                NoticeKind.TASK,
                "周五盘点 🎉",
                new Audience(false, List.of("production", "design"), List.of("li.lei")),
                true,
                "feng.lin",
                Optional.of("zheng.qiang"),
                NOW,
                nobody,
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.READING, 1, "production")));
        Stored<Notice> kept = save(Books::notices, Optional.empty(), out);
        assertThat(find(Books::notices, number)).contains(kept);
        List<Due> before = database.read(books -> books.notices().waitingFor(Duties.of("he.tao"), 10));
        assertThat(before).extracting(Due::serial).containsExactly(number.serial());

        Map<String, Optional<Instant>> one = new LinkedHashMap<>(nobody);
        one.put("he.tao", Optional.of(NOW));
        Notice read = new Notice(
                number,
                2,
                io.xietong.core.notice.State.AWAITING_RECEIPTS,
                NoticeKind.TASK,
                "周六盘点",
                out.audience(),
                true,
                "feng.lin",
                out.inNameOf(),
                NOW.plusSeconds(60),
                one,
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.READING, 1, "production")));
        Stored<Notice> after = save(Books::notices, Optional.of(kept), read);
        assertThat(find(Books::notices, number)).contains(after);
        assertThat(find(Books::notices, number).orElseThrow().item().missing()).containsExactly("xu.ning");
        List<Due> afterwards = database.read(books -> books.notices().waitingFor(Duties.of("he.tao"), 10));
        assertThat(afterwards).isEmpty();
    }

    @Test
    void a_dispute_whose_trail_was_cut_or_that_was_lost_is_named() {
        ItemNumber number = next(Books::disputes);
        save(Books::disputes, Optional.empty(), dispute(number, 1, State.FRONT_LINE, Optional.empty()));
        next(Books::disputes);
        List<JdbiTrail.TrailFault> faults = database.read(books -> books.trail().verify());
        assertThat(faults).containsExactly(new JdbiTrail.TrailFault("ZY-1", 1), new JdbiTrail.TrailFault("ZY-2", 1));
    }

    private static Meeting meeting(
            ItemNumber number, long version, io.xietong.core.meeting.State state, Optional<Minutes> minutes) {
        List<Invitee> invitees = version == 1
                ? List.of(
                        new Invitee("li.lei", Reply.NONE, Optional.empty(), "", false, 0),
                        new Invitee("he.tao", Reply.NONE, Optional.empty(), "", false, 0))
                : List.of(
                        new Invitee("li.lei", Reply.STAND_IN, Optional.of("han.mei"), "展会 🎉", true, 1),
                        new Invitee("he.tao", Reply.DECLINED, Optional.empty(), "出差", false, 0));
        return new Meeting(
                number,
                version,
                state,
                "季度协调例会",
                new Slot(NOW.plusSeconds(86_400), Duration.ofMinutes(90), "三楼"),
                Optional.of(new Origin("committee", LocalDate.of(2026, 10, 7), Optional.empty())),
                "chen.zong",
                "sun.mi",
                invitees,
                List.of(
                        new AgendaItem("定价", Optional.of("li.lei"), Optional.empty()),
                        new AgendaItem("", Optional.empty(), Optional.of(ItemNumber.request(7)))),
                minutes,
                NOW,
                version == 1 ? Set.of() : Set.of("ma.li"),
                List.of(Samples.clock(Purpose.MEETING, 1, "production")));
    }

    @Test
    void a_meeting_comes_back_as_it_was_kept_with_its_people_topics_and_minutes() {
        ItemNumber number = next(Books::meetings);
        assertThat(number).hasToString("HY-1");
        Stored<Meeting> called = save(
                Books::meetings,
                Optional.empty(),
                meeting(number, 1, io.xietong.core.meeting.State.CALLED, Optional.empty()));
        assertThat(find(Books::meetings, number)).contains(called);
        Minutes minutes = new Minutes(
                2,
                "同意",
                List.of(new Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 4))),
                "sun.mi",
                Optional.of(NOW),
                List.of(new Minutes.Objection(1, "li.lei", "日期不对")));
        Stored<Meeting> minuted = save(
                Books::meetings,
                Optional.of(called),
                meeting(number, 2, io.xietong.core.meeting.State.DISTRIBUTED, Optional.of(minutes)));
        assertThat(find(Books::meetings, number)).contains(minuted);
        List<Due> waiting = database.read(books -> books.meetings().waitingFor(Duties.of("he.tao"), 10));
        assertThat(waiting).extracting(Due::serial).containsExactly(number.serial());
        for (String party : List.of("li.lei", "han.mei", "chen.zong", "sun.mi")) {
            List<Long> own = database.read(books -> books.meetings().of(party, 10));
            assertThat(own).containsExactly(number.serial());
            List<Long> ahead = database.read(books -> books.meetings().ahead(party, NOW, 10));
            assertThat(ahead).containsExactly(number.serial());
            List<Long> notClosed = database.read(books -> books.meetings().openOf(party, 10));
            assertThat(notClosed).containsExactly(number.serial());
        }
        List<Long> over = database.read(books -> books.meetings().ahead("li.lei", NOW.plusSeconds(90_000), 10));
        assertThat(over).isEmpty();
        List<Long> day =
                database.read(books -> books.meetings().between(NOW.plusSeconds(86_400), NOW.plusSeconds(86_401), 10));
        assertThat(day).containsExactly(number.serial());
        List<Long> before = database.read(books -> books.meetings().between(NOW, NOW.plusSeconds(86_400), 10));
        assertThat(before).isEmpty();
        assertThatThrownBy(() -> save(Books::meetings, Optional.of(called), minuted.item()))
                .isInstanceOf(StaleVersion.class);
        save(
                Books::meetings,
                Optional.of(minuted),
                meeting(number, 3, io.xietong.core.meeting.State.LOCKED, Optional.of(minutes)));
        List<Long> notClosed = database.read(books -> books.meetings().openOf("li.lei", 10));
        assertThat(notClosed).isEmpty();
    }

    @Test
    void a_day_of_a_series_has_one_meeting_whoever_makes_it() {
        ItemNumber number = next(Books::meetings);
        Meeting planned = meeting(number, 1, io.xietong.core.meeting.State.CALLED, Optional.empty());
        save(Books::meetings, Optional.empty(), planned);
        List<Long> ofSeries = database.read(
                books -> books.meetings().ofSeries(planned.origin().orElseThrow(), 10));
        assertThat(ofSeries).containsExactly(number.serial());
        ItemNumber second = next(Books::meetings);
        assertThatThrownBy(() -> save(
                        Books::meetings,
                        Optional.empty(),
                        meeting(second, 1, io.xietong.core.meeting.State.CALLED, Optional.empty())))
                .isInstanceOf(RuntimeException.class);
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
