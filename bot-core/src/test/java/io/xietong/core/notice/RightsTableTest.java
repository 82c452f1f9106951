package io.xietong.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.RightsTable;
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
import io.xietong.core.people.Audience;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Routing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may address whom, and every verb about a must-read notice that Zheng Qiang, head of production, has published to his
 * department, by every role.
 */
class RightsTableTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.NOTICE, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final NoticeFeature FEATURE = new NoticeFeature(new NoticePolicy(2, 1, 3, false));
    private static final NoticeFeature OPEN_HOUSE = new NoticeFeature(new NoticePolicy(2, 1, 3, true));
    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("confirm", new NoticeCommand.Confirm(NUMBER));
        VERBS.put("correct", new NoticeCommand.Correct(NUMBER, "盘点改到周六", true));
        VERBS.put("withdraw", new NoticeCommand.Withdraw(NUMBER, true));
        VERBS.put("comment", new SharedCommand.Comment(NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(NUMBER));
    }

    private static final Map<String, String> REFUSALS = Map.of(
            "now", "notice.refused.not-now",
            "aut", "notice.refused.only-author",
            "not", "notice.refused.nothing-to-confirm",
            "see", "notice.refused.not-yours-to-see",
            "par", "item.refused.party-watches-anyway",
            "nwa", "item.refused.not-watched");

    private static final String PEOPLE = "zheng.qiang he.tao feng.lin sun.mi li.lei chen.zong";

    private static final String OUT = """
            confirm   not  AWAI AWAI not  see  see
            correct   AWAI aut  aut  AWAI see  see
            withdraw  WITH aut  aut  WITH see  see
            comment   AWAI AWAI AWAI AWAI see  see
            watch     par  AWAI AWAI AWAI see  see
            unwatch   nwa  nwa  nwa  nwa  see  see
            """;

    private static final String WITHDRAWN = """
            confirm   now  now  now  now  see  see
            correct   now  now  now  now  see  see
            withdraw  now  now  now  now  see  see
            comment   WITH WITH WITH WITH see  see
            watch     par  WITH WITH WITH see  see
            unwatch   nwa  nwa  nwa  nwa  see  see
            """;

    /** Columns: everybody, the own department, another department, somebody of the own and somebody of another one. */
    private static final String AUDIENCES = """
            sun.mi       yes yes yes yes yes
            chen.zong    yes yes yes yes yes
            liu.fu       yes yes yes yes yes
            zheng.qiang  no  yes no  yes no
            feng.lin     no  no  no  no  no
            he.tao       no  no  no  no  no
            zhao.gong    no  no  no  no  no
            """;

    private static final List<Audience> TRIED = List.of(
            Audience.COMPANY,
            new Audience(false, List.of("production"), List.of()),
            new Audience(false, List.of("design"), List.of()),
            new Audience(false, List.of(), List.of("he.tao")),
            new Audience(false, List.of("production"), List.of("zhou.jie")));

    private static Occasion occasion(String person, Delegation... delegations) {
        Routing routing = new Routing(Demo.COMPANY, Availability.on(LocalDate.of(2026, 11, 24), List.of(delegations)));
        return new Occasion(Actor.person(person), Demo.at("2026-11-24T09:00"), Demo.COMPANY, routing, CALENDAR);
    }

    private static NoticeCommand.Publish publish(Audience audience, Optional<Instant> at) {
        return new NoticeCommand.Publish(NoticeKind.TASK, "周五盘点", audience, true, at);
    }

    private static Notice out() {
        return done(FEATURE.rules().publish(NUMBER, publish(TRIED.get(1), Optional.empty()), occasion("zheng.qiang")));
    }

    private static Notice done(Decision<Notice> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done<Notice>) decision).after();
    }

    private static Decision<Notice> tries(Notice notice, String person, AboutItem verb) {
        return SharedRules.decide(FEATURE, notice, verb, occasion(person));
    }

    private static String why(Decision<Notice> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Notice>) decision).why().key();
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_is_out() {
        return cells(OUT, out());
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_is_withdrawn() {
        return cells(WITHDRAWN, done(tries(out(), "zheng.qiang", VERBS.get("withdraw"))));
    }

    @TestFactory
    Stream<DynamicTest> who_may_address_whom() {
        return AUDIENCES
                .lines()
                .map(line -> line.split("\\s+"))
                .flatMap(row -> Stream.iterate(0, i -> i + 1)
                        .limit(TRIED.size())
                        .map(i -> DynamicTest.dynamicTest(row[0] + " to " + TRIED.get(i), () -> {
                            Decision<Notice> decision = FEATURE.rules()
                                    .publish(NUMBER, publish(TRIED.get(i), Optional.empty()), occasion(row[0]));
                            if (row[1 + i].equals("yes"))
                                assertThat(done(decision).version()).isEqualTo(1);
                            else assertThat(why(decision)).isEqualTo("notice.refused.not-to-publish");
                        })));
    }

    @Test
    void a_deputy_addresses_the_department_in_the_heads_name_while_the_head_is_away() {
        Delegation leave = new Delegation(
                "zheng.qiang", Optional.empty(), LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25), "zheng.qiang");
        Notice notice = done(
                FEATURE.rules().publish(NUMBER, publish(TRIED.get(1), Optional.empty()), occasion("feng.lin", leave)));
        assertThat(notice.inNameOf()).contains("zheng.qiang");
        assertThat(notice.receipts().keySet()).containsExactly("zheng.qiang", "he.tao", "xu.ning");
    }

    @Test
    void policy_may_let_heads_address_everybody() {
        assertThat(done(OPEN_HOUSE
                                .rules()
                                .publish(NUMBER, publish(Audience.COMPANY, Optional.empty()), occasion("zheng.qiang")))
                        .receipts())
                .hasSize(24);
    }

    @Test
    void a_time_that_is_over_or_years_away_is_refused_and_a_later_one_waits() {
        Occasion occasion = occasion("sun.mi");
        Instant past = occasion.now().minusSeconds(60);
        assertThat(why(FEATURE.rules().publish(NUMBER, publish(Audience.COMPANY, Optional.of(past)), occasion)))
                .isEqualTo("notice.refused.past");
        Instant years = Demo.at("2028-01-04T09:00");
        assertThat(why(FEATURE.rules().publish(NUMBER, publish(Audience.COMPANY, Optional.of(years)), occasion)))
                .isEqualTo("notice.refused.too-far");
        Notice later = done(FEATURE.rules()
                .publish(NUMBER, publish(Audience.COMPANY, Optional.of(Demo.at("2026-11-28T10:30"))), occasion));
        assertThat(later.state()).isEqualTo(State.SCHEDULED);
        assertThat(later.nextRing()).contains(Demo.at("2026-11-28T10:30"));
        assertThat(FEATURE.maySee(later, "li.lei", Demo.COMPANY, occasion.routing()))
                .isFalse();
    }

    @Test
    void the_last_receipt_ends_the_clock_and_a_correction_asks_anew() {
        Notice notice = out();
        for (String reader : notice.receipts().keySet()) notice = done(tries(notice, reader, VERBS.get("confirm")));
        assertThat(notice.state()).isEqualTo(State.PUBLISHED);
        assertThat(notice.nextRing()).isEmpty();
        assertThat(why(tries(notice, "he.tao", VERBS.get("confirm")))).isEqualTo("notice.refused.confirmed-already");
        Notice again = done(tries(notice, "zheng.qiang", VERBS.get("correct")));
        assertThat(again.state()).isEqualTo(State.AWAITING_RECEIPTS);
        assertThat(again.missing()).containsExactlyElementsOf(notice.receipts().keySet());
        assertThat(again.text()).isEqualTo("盘点改到周六");
    }

    @Test
    void the_tables_name_every_verb() {
        for (String table : List.of(OUT, WITHDRAWN))
            assertThat(rights(table).verbs()).containsExactlyElementsOf(VERBS.keySet());
        RightsTable.triesAll(VERBS, NoticeCommand.About.class);
    }

    private static RightsTable<String> rights(String table) {
        return new RightsTable<>(table, List.of(PEOPLE.split(" ")));
    }

    private static Stream<DynamicTest> cells(String table, Notice notice) {
        return rights(table)
                .tests(
                        "",
                        (verb, person, expected) -> RightsTable.check(
                                tries(notice, person, VERBS.get(verb)), notice, expected, REFUSALS, Map.of()));
    }
}
