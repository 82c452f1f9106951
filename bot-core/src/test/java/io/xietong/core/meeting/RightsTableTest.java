package io.xietong.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.RightsTable;
import io.xietong.core.action.Order;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.feature.SharedRules;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Routing;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every verb about a meeting, in each state, by every role: what comes of it, or which sentence refuses it. Zhang Wei, head of the
 * market department, has called it; He Tao and Ma Li are invited, Ma Li is away and Hu Bin stands in for her.
 */
class RightsTableTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.MEETING, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final MeetingPolicy POLICY = new MeetingPolicy(
            List.of(10, 5, 1),
            5,
            Duration.ofHours(1),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofMinutes(15),
            1,
            5,
            1,
            20,
            5,
            new Calendars(true, Optional.of(Duration.ofMinutes(15))),
            List.of());
    private static final MeetingFeature FEATURE = new MeetingFeature(POLICY);
    private static final Order ORDER = new Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 7));
    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("attend", new MeetingCommand.Answer(NUMBER, Reply.ATTENDING, Optional.empty(), ""));
        VERBS.put("decline", new MeetingCommand.Answer(NUMBER, Reply.DECLINED, Optional.empty(), "出差"));
        VERBS.put("send", new MeetingCommand.Answer(NUMBER, Reply.STAND_IN, Optional.of("xu.ning"), ""));
        VERBS.put("topic", new MeetingCommand.Propose(NUMBER, "定价"));
        VERBS.put(
                "move",
                new MeetingCommand.Reschedule(
                        NUMBER, Optional.of(LocalDate.of(2026, 12, 1)), Optional.empty(), "样机晚到", true));
        VERBS.put("cancel", new MeetingCommand.Cancel(NUMBER, "已解决", true));
        VERBS.put("check-in", new MeetingCommand.CheckIn(NUMBER, List.of()));
        VERBS.put("note", new MeetingCommand.CheckIn(NUMBER, List.of("he.tao")));
        VERBS.put("minute", new MeetingCommand.Minute(NUMBER, List.of(), "同意", List.of(ORDER)));
        VERBS.put("distribute", new MeetingCommand.Distribute(NUMBER, true));
        VERBS.put("confirm", new MeetingCommand.Confirm(NUMBER));
        VERBS.put("object", new MeetingCommand.Object(NUMBER, "日期不对"));
        VERBS.put("comment", new SharedCommand.Comment(NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(NUMBER));
    }

    private static final Map<String, String> REFUSALS = Map.of(
            "now", "meeting.refused.not-now",
            "org", "meeting.refused.only-organiser",
            "inv", "meeting.refused.not-invited",
            "beg", "meeting.refused.not-begun",
            "who", "meeting.refused.check-in-whom",
            "sam", "meeting.refused.answered-so",
            "see", "meeting.refused.not-yours-to-see",
            "par", "item.refused.party-watches-anyway",
            "not", "item.refused.not-watched");

    /** Organiser, invited, stands in for somebody invited, secretary, chair, the organiser's deputy, nobody to do with it. */
    private static final String PEOPLE = "zhang.wei he.tao hu.bin sun.mi chen.zong wang.fang li.lei";

    private static final String CALLED = """
            attend     sam  CALL CALL inv  see  see  see
            decline    CALL CALL CALL inv  see  see  see
            send       CALL CALL CALL inv  see  see  see
            topic      CALL CALL CALL CALL see  see  see
            move       CALL org  org  CALL see  see  see
            cancel     CANC org  org  CANC see  see  see
            check-in   beg  beg  beg  who  see  see  see
            note       beg  org  org  beg  see  see  see
            minute     beg  org  org  beg  see  see  see
            distribute now  org  org  now  see  see  see
            confirm    now  now  now  inv  see  see  see
            object     now  now  now  inv  see  see  see
            comment    CALL CALL CALL CALL see  see  see
            watch      par  par  CALL CALL see  see  see
            unwatch    not  not  not  not  see  see  see
            """;

    private static final String HELD = """
            attend     now  now  now  inv  see  see  see
            decline    now  now  now  inv  see  see  see
            send       now  now  now  inv  see  see  see
            topic      now  now  now  now  see  see  see
            move       now  org  org  now  see  see  see
            cancel     now  org  org  now  see  see  see
            check-in   HELD HELD HELD who  see  see  see
            note       HELD org  org  HELD see  see  see
            minute     DRAF org  org  DRAF see  see  see
            distribute now  org  org  now  see  see  see
            confirm    now  now  now  inv  see  see  see
            object     now  now  now  inv  see  see  see
            comment    HELD HELD HELD HELD see  see  see
            watch      par  par  HELD HELD see  see  see
            unwatch    not  not  not  not  see  see  see
            """;

    private static final String DISTRIBUTED = """
            attend     now  now  now  inv  see  see  see
            decline    now  now  now  inv  see  see  see
            send       now  now  now  inv  see  see  see
            topic      now  now  now  now  see  see  see
            move       now  org  org  now  see  see  see
            cancel     now  org  org  now  see  see  see
            check-in   now  now  now  who  see  see  see
            note       now  org  org  now  see  see  see
            minute     now  org  org  now  see  see  see
            distribute now  org  org  now  see  see  see
            confirm    DIST DIST DIST inv  see  see  see
            object     OBJE OBJE OBJE inv  see  see  see
            comment    DIST DIST DIST DIST see  see  see
            watch      par  par  DIST DIST see  see  see
            unwatch    not  not  not  not  see  see  see
            """;

    private static Occasion occasion(Actor actor, String at) {
        Delegation away = new Delegation(
                "ma.li", Optional.of("hu.bin"), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), "ma.li");
        Routing routing = new Routing(Demo.COMPANY, Availability.on(LocalDate.of(2026, 11, 24), List.of(away)));
        return new Occasion(actor, Demo.at(at), Demo.COMPANY, routing, CALENDAR);
    }

    private static final String MORNING = "2026-11-24T09:00";
    private static final String AFTERWARDS = "2026-11-27T15:00";

    private static Meeting called() {
        MeetingCommand.Call call = new MeetingCommand.Call(
                "新品上市协调",
                LocalDate.of(2026, 11, 27),
                LocalTime.of(14, 0),
                Optional.empty(),
                List.of("he.tao", "ma.li"),
                "",
                List.of());
        return done(FEATURE.rules().call(NUMBER, call, occasion(Actor.person("zhang.wei"), MORNING)));
    }

    private static Meeting held() {
        return done(FEATURE.ring(called(), occasion(Actor.CLOCK, AFTERWARDS)));
    }

    private static Meeting distributed() {
        Meeting drafted = done(tries(held(), "zhang.wei", VERBS.get("minute"), AFTERWARDS));
        return done(tries(drafted, "zhang.wei", VERBS.get("distribute"), AFTERWARDS));
    }

    private static Meeting done(Decision<Meeting> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done<Meeting>) decision).after();
    }

    private static Decision<Meeting> tries(Meeting meeting, String person, AboutItem verb, String at) {
        return SharedRules.decide(FEATURE, meeting, verb, occasion(Actor.person(person), at));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_is_called() {
        return cells(CALLED, called(), MORNING);
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_was_held() {
        return cells(HELD, held(), AFTERWARDS);
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_whose_minutes_are_out() {
        return cells(DISTRIBUTED, distributed(), AFTERWARDS);
    }

    @Test
    void the_tables_name_every_verb() {
        for (String table : List.of(CALLED, HELD, DISTRIBUTED))
            assertThat(rights(table).verbs()).containsExactlyElementsOf(VERBS.keySet());
        RightsTable.triesAll(VERBS, MeetingCommand.About.class);
    }

    /** Who may call one: heads, the chair and the vice-chair, secretaries, and who acts as a head today. */
    @Test
    void heads_the_chair_and_secretaries_call_meetings_and_who_acts_as_a_head() {
        for (String person : List.of("zhang.wei", "chen.zong", "liu.fu", "sun.mi", "hu.bin"))
            assertThat(calls(person)).as(person).isInstanceOf(Decision.Done.class);
        for (String person : List.of("li.lei", "wang.fang", "zhao.gong"))
            assertThat(((Decision.Refused<Meeting>) calls(person)).why().key())
                    .isEqualTo("meeting.refused.not-to-call");
    }

    private static Decision<Meeting> calls(String person) {
        MeetingCommand.Call call = new MeetingCommand.Call(
                "碰头",
                LocalDate.of(2026, 11, 27),
                LocalTime.of(14, 0),
                Optional.empty(),
                List.of("he.tao"),
                "",
                List.of());
        return FEATURE.rules().call(NUMBER, call, occasion(Actor.person(person), MORNING));
    }

    private static RightsTable<String> rights(String table) {
        return new RightsTable<>(table, List.of(PEOPLE.split(" ")));
    }

    private static Stream<DynamicTest> cells(String table, Meeting meeting, String at) {
        return rights(table)
                .tests(
                        "",
                        (verb, person, expected) -> RightsTable.check(
                                tries(meeting, person, VERBS.get(verb), at), meeting, expected, REFUSALS, Map.of()));
    }
}
