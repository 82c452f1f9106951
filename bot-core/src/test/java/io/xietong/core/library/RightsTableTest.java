package io.xietong.core.library;

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

/** Every verb about a document of He Tao's for his department, and about one that is taken off, by every role. */
class RightsTableTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.DOCUMENT, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final LibraryFeature FEATURE =
            new LibraryFeature(new LibraryPolicy(6, 5, 3, new UploadRules(1024, List.of(FileKind.values()))));
    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("renew", new LibraryCommand.Renew(NUMBER, "https://docs.example/2", Optional.empty(), "改了第三页"));
        VERBS.put("review", new LibraryCommand.Review(NUMBER, Optional.empty()));
        VERBS.put("hand", new LibraryCommand.HandOver(NUMBER, "feng.lin"));
        VERBS.put("take-off", new LibraryCommand.TakeOff(NUMBER, true));
        VERBS.put("comment", new SharedCommand.Comment(NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(NUMBER));
    }

    private static final Map<String, String> REFUSALS = Map.of(
            "now", "library.refused.not-now",
            "own", "library.refused.only-owner",
            "see", "library.refused.not-yours-to-see",
            "par", "item.refused.party-watches-anyway",
            "not", "item.refused.not-watched");

    private static final String PEOPLE = "he.tao zheng.qiang xu.ning sun.mi li.lei chen.zong";

    private static final String CURRENT = """
            renew     CURR CURR own  CURR see  see
            review    CURR CURR own  CURR see  see
            hand      CURR CURR own  CURR see  see
            take-off  WITH WITH own  WITH see  see
            comment   CURR CURR CURR CURR see  see
            watch     par  CURR CURR CURR see  see
            unwatch   not  not  not  not  see  see
            """;

    private static final String OFF = """
            renew     now  now  now  now  see  see
            review    now  now  now  now  see  see
            hand      now  now  now  now  see  see
            take-off  now  now  now  now  see  see
            comment   WITH WITH WITH WITH see  see
            watch     par  WITH WITH WITH see  see
            unwatch   not  not  not  not  see  see
            """;

    private static Occasion occasion(String person) {
        Routing routing = new Routing(Demo.COMPANY, Availability.on(LocalDate.of(2026, 11, 24), List.of()));
        return new Occasion(Actor.person(person), Demo.at("2026-11-24T09:00"), Demo.COMPANY, routing, CALENDAR);
    }

    private static Document current() {
        return done(FEATURE.rules()
                .shelve(
                        NUMBER,
                        new LibraryCommand.Shelve(
                                Shelf.PROJECT,
                                "样机图纸",
                                "https://docs.example/1",
                                Optional.empty(),
                                new Audience(false, List.of("production"), List.of()),
                                Optional.empty()),
                        occasion("he.tao")));
    }

    private static Document done(Decision<Document> decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done<Document>) decision).after();
    }

    private static Decision<Document> tries(Document document, String person, AboutItem verb) {
        return SharedRules.decide(FEATURE, document, verb, occasion(person));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_is_valid() {
        return cells(CURRENT, current());
    }

    @TestFactory
    Stream<DynamicTest> every_verb_about_one_that_is_taken_off() {
        return cells(OFF, done(tries(current(), "he.tao", VERBS.get("take-off"))));
    }

    @Test
    void the_tables_name_every_verb() {
        for (String table : List.of(CURRENT, OFF))
            assertThat(rights(table).verbs()).containsExactlyElementsOf(VERBS.keySet());
        RightsTable.triesAll(VERBS, LibraryCommand.About.class);
    }

    private static RightsTable<String> rights(String table) {
        return new RightsTable<>(table, List.of(PEOPLE.split(" ")));
    }

    private static Stream<DynamicTest> cells(String table, Document document) {
        return rights(table)
                .tests(
                        "",
                        (verb, person, expected) -> RightsTable.check(
                                tries(document, person, VERBS.get(verb)), document, expected, REFUSALS, Map.of()));
    }
}
