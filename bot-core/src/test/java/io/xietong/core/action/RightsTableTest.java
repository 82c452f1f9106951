package io.xietong.core.action;

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
import io.xietong.core.people.Availability;
import io.xietong.core.people.Routing;
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
 * Every verb about an open action item, and about one that is done, by every role: what comes of it, or which sentence refuses
 * it. Zheng Qiang, head of production, has assigned it to He Tao.
 */
class RightsTableTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.ACTION_ITEM, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final ActionFeature FEATURE = new ActionFeature(new ActionPolicy(1, 10));
    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("finish", new ActionCommand.Finish(NUMBER, "已入库"));
        VERBS.put("hand", new ActionCommand.HandOver(NUMBER, "xu.ning", "他在现场"));
        VERBS.put("put-off", new ActionCommand.PutOff(NUMBER, LocalDate.of(2026, 12, 2), "物料晚到"));
        VERBS.put("cancel", new ActionCommand.Cancel(NUMBER, true));
        VERBS.put("comment", new SharedCommand.Comment(NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(NUMBER));
    }

    private static final Map<String, String> REFUSALS = Map.of(
            "now", "action.refused.not-now",
            "own", "action.refused.only-owner",
            "asg", "action.refused.only-assigner",
            "see", "action.refused.not-yours-to-see",
            "par", "item.refused.party-watches-anyway",
            "not", "item.refused.not-watched");

    private static final String PEOPLE = "he.tao zheng.qiang xu.ning sun.mi li.lei";

    private static final String OPEN = """
            finish    DONE own  own  own  see
            hand      OPEN OPEN asg  OPEN see
            put-off   asg  OPEN asg  OPEN see
            cancel    asg  CANC asg  CANC see
            comment   OPEN OPEN OPEN OPEN see
            watch     par  par  OPEN OPEN see
            unwatch   not  not  not  not  see
            """;

    private static final String DONE = """
            finish    now  now  now  now  see
            hand      now  now  now  now  see
            put-off   now  now  now  now  see
            cancel    now  now  now  now  see
            comment   DONE DONE DONE DONE see
            watch     par  par  DONE DONE see
            unwatch   not  not  not  not  see
            """;

    private static Occasion occasion(String person) {
        Routing routing = new Routing(Demo.COMPANY, Availability.on(LocalDate.of(2026, 11, 24), List.of()));
        return new Occasion(Actor.person(person), Demo.at("2026-11-24T09:00"), Demo.COMPANY, routing, CALENDAR);
    }

    private static ActionItem open() {
        ActionCommand.Assign assign = new ActionCommand.Assign(
                Optional.of("he.tao"), "补齐样机", Optional.of(LocalDate.of(2026, 11, 27)), Optional.empty());
        return done(FEATURE.rules().assign(NUMBER, assign, occasion("zheng.qiang")));
    }

    private static ActionItem done(Decision<ActionItem> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done<ActionItem>) decision).after();
    }

    private static Decision<ActionItem> tries(ActionItem item, String person, AboutItem verb) {
        return SharedRules.decide(FEATURE, item, verb, occasion(person));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_an_open_one() {
        return cells(OPEN, open());
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_is_done() {
        return cells(DONE, done(tries(open(), "he.tao", VERBS.get("finish"))));
    }

    @Test
    void the_tables_name_every_verb() {
        assertThat(rights(OPEN).verbs()).containsExactlyElementsOf(VERBS.keySet());
        RightsTable.triesAll(VERBS, ActionCommand.About.class);
    }

    private static RightsTable<String> rights(String table) {
        return new RightsTable<>(table, List.of(PEOPLE.split(" ")));
    }

    private static Stream<DynamicTest> cells(String table, ActionItem item) {
        return rights(table)
                .tests(
                        "",
                        (verb, person, expected) -> RightsTable.check(
                                tries(item, person, VERBS.get(verb)), item, expected, REFUSALS, Map.of()));
    }
}
