package io.xietong.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.RightsTable;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.feature.SharedCommand;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what with a project in which state: the refusal's key, the state that follows, or {@code same}. */
class RightsTableTest {

    private static final Map<State, Supplier<Site>> SCENES = new LinkedHashMap<>();
    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        SCENES.put(State.PROPOSED, () -> new Site().proposed());
        SCENES.put(
                State.DRAFT,
                () -> new Site()
                        .drafted()
                        .does("production.head", new ProjectCommand.Return(Site.NUMBER, "too early")));
        SCENES.put(State.SIGNING, () -> new Site().drafted());
        SCENES.put(State.ACCEPTING, () -> new Site().drafted().signed());
        SCENES.put(State.APPROVING, () -> new Site().drafted().signed().accepted());
        SCENES.put(State.ACTIVE, () -> new Site().drafted().signed().accepted().approved());
        SCENES.put(
                State.CLOSED,
                () -> SCENES.get(State.ACTIVE)
                        .get()
                        .does("market.contact", new ProjectCommand.Close(Site.NUMBER, "done", true)));
        SCENES.put(
                State.CANCELLED,
                () -> SCENES.get(State.ACTIVE)
                        .get()
                        .does("market.head", new ProjectCommand.Cancel(Site.NUMBER, "no market", true)));

        VERBS.put("revise", new ProjectCommand.Revise(Site.NUMBER, Site.CHARTER, "market.contact", Site.PLAN));
        VERBS.put("sign", new ProjectCommand.Sign(Site.NUMBER));
        VERBS.put("return", new ProjectCommand.Return(Site.NUMBER, "too early"));
        VERBS.put("duty", new ProjectCommand.AcceptDuty(Site.NUMBER, Optional.empty()));
        VERBS.put("decline", new ProjectCommand.DeclineDuty(Site.NUMBER, "two others"));
        VERBS.put("vote", new ProjectCommand.Vote(Site.NUMBER, ProjectCommand.Choice.FOR, ""));
        VERBS.put("reach", new ProjectCommand.Reach(Site.NUMBER, Optional.of(1), ""));
        VERBS.put(
                "slip",
                new ProjectCommand.PutOff(
                        Site.NUMBER, Optional.of(1), LocalDate.of(2026, 12, 18), Optional.of("market"), "late"));
        VERBS.put("base", new ProjectCommand.Rebaseline(Site.NUMBER, "late"));
        VERBS.put("lead", new ProjectCommand.ChangeLead(Site.NUMBER, "market.deputy", ""));
        VERBS.put("join", new ProjectCommand.Join(Site.NUMBER, "finance.staff"));
        VERBS.put("leave", new ProjectCommand.Leave(Site.NUMBER, "production.contact"));
        VERBS.put("rename", new ProjectCommand.Rename(Site.NUMBER, "another name"));
        VERBS.put("report", new ProjectCommand.Report(Site.NUMBER, "all is well"));
        VERBS.put("close", new ProjectCommand.Close(Site.NUMBER, "done", true));
        VERBS.put("cancel", new ProjectCommand.Cancel(Site.NUMBER, "no market", true));
        VERBS.put("stand", new ProjectCommand.SetStandUp(Site.NUMBER, true));
        VERBS.put(
                "meet",
                new ProjectCommand.MeetRegularly(
                        Site.NUMBER, Optional.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), Optional.empty()));
        VERBS.put("unmeet", new ProjectCommand.StopMeeting(Site.NUMBER));
        VERBS.put("answer", new ProjectCommand.StandUpAnswer(Site.NUMBER, "drawn", "planned", ""));
        VERBS.put("file", new ProjectCommand.File(Site.NUMBER, "0".repeat(64), 5, 0));
        VERBS.put("comment", new SharedCommand.Comment(Site.NUMBER, "well"));
    }

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("now", "project.refused.not-now"),
            Map.entry("off", "project.refused.no-stand-up"),
            Map.entry("mee", "project.refused.no-meetings"),
            Map.entry("hid", "project.refused.not-yours-to-see"),
            Map.entry("dir", "project.refused.only-directors"),
            Map.entry("lea", "project.refused.only-lead"),
            Map.entry("hea", "project.refused.only-heads"),
            Map.entry("mem", "project.refused.only-members"),
            Map.entry("dep", "project.refused.only-its-department"),
            Map.entry("nam", "project.refused.only-namers"),
            Map.entry("pic", "project.refused.only-pickers"),
            Map.entry("bas", "project.refused.baseline-holds"),
            Map.entry("fil", "project.refused.only-filers"),
            Map.entry("not", "project.refused.no-member"));

    private static final Map<String, State> RESULTS = Map.of(
            "DRAFT", State.DRAFT,
            "SIGN", State.SIGNING,
            "APPR", State.APPROVING,
            "CLOSE", State.CLOSED,
            "CANC", State.CANCELLED);

    private static final String DRAFTER = """
            verb     PROP  DRAFT SIGN  DUTY  APPR  ACTIV CLOSE CANC
            revise   now   SIGN  SIGN  SIGN  SIGN  now   now   now
            sign     now   now   hea   now   now   now   now   now
            return   now   now   hea   now   now   now   now   now
            duty     now   now   now   lea   now   now   now   now
            decline  now   now   now   lea   now   now   now   now
            vote     mem   now   now   now   mem   now   now   now
            reach    now   now   now   now   now   same  now   now
            slip     now   now   now   now   now   same  now   now
            base     now   now   now   now   now   lea   now   now
            lead     now   now   now   now   now   nam   now   now
            join     pic   pic   pic   pic   pic   pic   now   now
            leave    not   not   not   not   not   pic   now   now
            rename   dir   same  same  same  same  dir   now   now
            report   now   now   now   now   now   lea   now   now
            close    now   now   now   now   now   lea   now   now
            cancel   dir   CANC  CANC  CANC  CANC  dir   now   now
            stand    now   now   now   now   now   lea   now   now
            meet     now   now   now   now   now   lea   now   now
            unmeet   now   now   now   now   now   lea   now   now
            answer   now   now   now   now   now   off   now   now
            file     now   now   now   now   now   now   fil   now
            comment  same  same  same  same  same  same  same  same
            """;

    private static final String LEAD = with(
            DRAFTER,
            "duty     now   now   now   APPR  now   now   now   now",
            "decline  now   now   now   DRAFT now   now   now   now",
            "base     now   now   now   now   now   bas   now   now",
            "join     pic   same  same  same  same  same  now   now",
            "leave    not   not   not   not   not   same  now   now",
            "rename   dir   same  same  same  same  same  now   now",
            "report   now   now   now   now   now   same  now   now",
            "stand    now   now   now   now   now   same  now   now",
            "meet     now   now   now   now   now   same  now   now",
            "unmeet   now   now   now   now   now   mee   now   now",
            "close    now   now   now   now   now   CLOSE now   now",
            "cancel   dir   CANC  CANC  CANC  CANC  CANC  now   now",
            "file     now   now   now   now   now   now   same  now");

    /** Of the department that leads: signs, names the lead, ends it; votes on its own plan. */
    private static final String LEADING_HEAD = with(
            LEAD,
            "sign     now   now   same  now   now   now   now   now",
            "return   now   now   DRAFT now   now   now   now   now",
            "duty     now   now   now   lea   now   now   now   now",
            "decline  now   now   now   lea   now   now   now   now",
            "vote     same  now   now   now   same  now   now   now",
            "base     now   now   now   now   now   lea   now   now",
            "lead     now   now   now   now   now   same  now   now",
            "join     same  same  same  same  same  same  now   now",
            "rename   same  same  same  same  same  same  now   now",
            "report   now   now   now   now   now   lea   now   now",
            "stand    now   now   now   now   now   lea   now   now",
            "meet     now   now   now   now   now   lea   now   now",
            "unmeet   now   now   now   now   now   lea   now   now",
            "cancel   CANC  CANC  CANC  CANC  CANC  CANC  now   now",
            "file     now   now   now   now   now   now   fil   now");

    /** Who proposed it for the year's plan, and helps with it later. */
    private static final String OTHER_HEAD = """
            verb     PROP  DRAFT SIGN  DUTY  APPR  ACTIV CLOSE CANC
            revise   now   dir   dir   dir   dir   now   now   now
            sign     now   now   same  now   now   now   now   now
            return   now   now   DRAFT now   now   now   now   now
            duty     now   now   now   lea   now   now   now   now
            decline  now   now   now   lea   now   now   now   now
            vote     same  now   now   now   same  now   now   now
            reach    now   now   now   now   now   dep   now   now
            slip     now   now   now   now   now   dep   now   now
            base     now   now   now   now   now   lea   now   now
            lead     now   now   now   now   now   nam   now   now
            join     pic   pic   pic   pic   pic   pic   now   now
            leave    not   not   not   not   not   same  now   now
            rename   same  dir   dir   dir   dir   dir   now   now
            report   now   now   now   now   now   lea   now   now
            close    now   now   now   now   now   lea   now   now
            cancel   CANC  dir   dir   dir   dir   dir   now   now
            stand    now   now   now   now   now   lea   now   now
            meet     now   now   now   now   now   lea   now   now
            unmeet   now   now   now   now   now   lea   now   now
            answer   now   now   now   now   now   off   now   now
            file     now   now   now   now   now   now   fil   now
            comment  same  same  same  same  same  same  same  same
            """;

    /** Learns of it only when its department is named in the charter. */
    private static final String OTHER_CONTACT = with(
            OTHER_HEAD.replaceAll("(?m)^(\\s*(?!verb)\\w+\\s+)\\w+", "$1hid"),
            "sign     hid   now   hea   now   now   now   now   now",
            "return   hid   now   hea   now   now   now   now   now",
            "vote     hid   now   now   now   mem   now   now   now");

    /** A member of the committee whose department is not named. */
    private static final String MEMBER = with(
            OTHER_HEAD,
            "sign     now   now   hea   now   now   now   now   now",
            "return   now   now   hea   now   now   now   now   now",
            "leave    not   not   not   not   not   pic   now   now",
            "rename   dir   dir   dir   dir   dir   dir   now   now",
            "cancel   dir   dir   dir   dir   dir   dir   now   now");

    private static final String FINANCE_HEAD = with(MEMBER, "join     same  same  same  same  same  same  now   now");

    private static final String CHAIR = with(
            MEMBER,
            "revise   now   SIGN  SIGN  SIGN  SIGN  now   now   now",
            "lead     now   now   now   now   now   same  now   now",
            "rename   same  same  same  same  same  same  now   now",
            "cancel   CANC  CANC  CANC  CANC  CANC  CANC  now   now");

    private static final String SECRETARY = with(
            MEMBER,
            "vote     mem   now   now   now   mem   now   now   now",
            "join     same  same  same  same  same  same  now   now",
            "leave    not   not   not   not   not   same  now   now",
            "file     now   now   now   now   now   now   same  now");

    /** A table with other rows for some verbs. */
    private static String with(String table, String... rows) {
        String changed = table;
        for (String row : rows)
            changed = changed.replaceFirst("(?m)^\\s*" + row.substring(0, row.indexOf(' ')) + " .*$", row);
        return changed;
    }

    @TestFactory
    Stream<DynamicTest> every_verb_in_every_state_by_everybody() {
        return Stream.of(
                        cells(DRAFTER, "market.staff"),
                        cells(LEAD, "market.contact"),
                        cells(LEADING_HEAD, "market.head"),
                        cells(OTHER_HEAD, "production.head"),
                        cells(OTHER_CONTACT, "production.contact"),
                        cells(MEMBER, "design.head"),
                        cells(FINANCE_HEAD, "finance.head"),
                        cells(CHAIR, "chair"),
                        cells(SECRETARY, "secretary"))
                .flatMap(cells -> cells);
    }

    @TestFactory
    Stream<DynamicTest> strangers_learn_nothing_whatever_the_verb() {
        return SCENES.entrySet().stream()
                .flatMap(scene -> Stream.of("finance.contact", "design.deputy", "left.company")
                        .flatMap(person -> VERBS.entrySet().stream()
                                .map(verb -> DynamicTest.dynamicTest(
                                        person + " " + verb.getKey() + " " + scene.getKey(),
                                        () -> assertThat(scene.getValue().get().refused(person, verb.getValue()))
                                                .isEqualTo("project.refused.not-yours-to-see")))));
    }

    @Test
    void the_tables_name_every_verb_and_every_state() {
        assertThat(rights(DRAFTER).verbs()).isEqualTo(VERBS.keySet());
        assertThat(SCENES.keySet()).containsExactly(State.values());
        RightsTable.triesAll(VERBS, ProjectCommand.About.class);
    }

    private static RightsTable<State> rights(String table) {
        return new RightsTable<>(table, List.of(State.values()));
    }

    private static Stream<DynamicTest> cells(String table, String person) {
        return rights(table).tests(person, (verb, state, expected) -> {
            Site site = SCENES.get(state).get();
            assertThat(site.project.state()).isEqualTo(state);
            RightsTable.check(site.tries(person, VERBS.get(verb)), site.project, expected, REFUSALS, RESULTS);
        });
    }
}
