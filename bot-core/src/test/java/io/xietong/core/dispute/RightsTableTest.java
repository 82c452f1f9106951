package io.xietong.core.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.RightsTable;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.dispute.DisputeCommand.Choice;
import io.xietong.core.dispute.DisputePolicy.EarlyEscalation;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.vote.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every verb in every state by every role: what comes of it, or which sentence refuses it. The columns are the states in the
 * order of {@link State}; a state's first letters mean that it is done and leads there.
 */
class RightsTableTest {

    private static final Map<State, Supplier<Courtroom>> SCENES = new LinkedHashMap<>();
    private static final DisputeCommand.Receive RECEIVE =
            new DisputeCommand.Receive(Courtroom.NUMBER, DisputeKind.RESPONSIBILITY);

    private static Courtroom front() {
        Courtroom room = new Courtroom("2026-11-23T09:00:00", Rule.CHAIR_DECIDES, EarlyEscalation.ALWAYS);
        room.raise("market.contact", "production", "样机三次推迟");
        room.does("production.contact", new DisputeCommand.Propose(Courtroom.NUMBER, "周三先交两台"));
        return room;
    }

    private static Courtroom heads() {
        Courtroom room = front();
        room.does("market.contact", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        return room;
    }

    private static Courtroom waiting() {
        Courtroom room = heads();
        room.does("market.head", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        return room;
    }

    private static Courtroom received() {
        Courtroom room = waiting();
        room.does("secretary", RECEIVE);
        return room;
    }

    static {
        SCENES.put(State.FRONT_LINE, RightsTableTest::front);
        SCENES.put(State.WITH_HEADS, RightsTableTest::heads);
        SCENES.put(State.AWAITING_RECEIPT, RightsTableTest::waiting);
        SCENES.put(State.BEFORE_COMMITTEE, RightsTableTest::received);
        SCENES.put(State.SETTLED, () -> {
            Courtroom room = front();
            room.does("market.contact", new DisputeCommand.Agree(Courtroom.NUMBER));
            return room;
        });
        SCENES.put(State.RULED, () -> {
            Courtroom room = received();
            room.does("chair", new DisputeCommand.Rule(Courtroom.NUMBER, "照办", Optional.empty(), List.of(), true));
            return room;
        });
        SCENES.put(State.WITHDRAWN, () -> {
            Courtroom room = front();
            room.does("market.contact", new DisputeCommand.Withdraw(Courtroom.NUMBER, true));
            return room;
        });
    }

    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("position", new DisputeCommand.StatePosition(Courtroom.NUMBER, "物料未到"));
        VERBS.put("settle", new DisputeCommand.Propose(Courtroom.NUMBER, "各让一步"));
        VERBS.put("agree", new DisputeCommand.Agree(Courtroom.NUMBER));
        VERBS.put("escalate", new DisputeCommand.Escalate(Courtroom.NUMBER, ""));
        VERBS.put("receive", RECEIVE);
        VERBS.put("vote", new DisputeCommand.Vote(Courtroom.NUMBER, Choice.FIRST, ""));
        VERBS.put("recuse", new DisputeCommand.Recuse(Courtroom.NUMBER, ""));
        VERBS.put("rule", new DisputeCommand.Rule(Courtroom.NUMBER, "照办", Optional.empty(), List.of(), true));
        VERBS.put("review", new DisputeCommand.Review(Courtroom.NUMBER, "签收单"));
        VERBS.put("withdraw", new DisputeCommand.Withdraw(Courtroom.NUMBER, true));
        VERBS.put("comment", new SharedCommand.Comment(Courtroom.NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(Courtroom.NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(Courtroom.NUMBER));
    }

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("now", "dispute.refused.not-now"),
            Map.entry("par", "dispute.refused.only-parties"),
            Map.entry("hea", "dispute.refused.only-heads"),
            Map.entry("rai", "dispute.refused.only-raiser"),
            Map.entry("agd", "dispute.refused.agreed-already"),
            Map.entry("sec", "dispute.refused.only-secretary"),
            Map.entry("mem", "dispute.refused.only-members"),
            Map.entry("pre", "dispute.refused.only-presiding"),
            Map.entry("vot", "dispute.refused.no-vote-to-give-up"),
            Map.entry("own", "item.refused.party-watches-anyway"),
            Map.entry("not", "item.refused.not-watched"));

    private static final Map<String, State> RESULTS = Map.of(
            "HEADS", State.WITH_HEADS,
            "AWAIT", State.AWAITING_RECEIPT,
            "COMMI", State.BEFORE_COMMITTEE,
            "SETTL", State.SETTLED,
            "RULED", State.RULED,
            "WITHD", State.WITHDRAWN);

    /** Who speaks for the side that raised it; the other side has proposed terms. */
    private static final String RAISING_SPEAKER = """
            verb      FRONT HEADS AWAIT COMMI SETTL RULED WITHD
            position  same  same  same  same  now   now   now
            settle    same  hea   hea   now   now   now   now
            agree     SETTL hea   hea   now   now   now   now
            escalate  HEADS hea   hea   now   now   now   now
            receive   sec   sec   sec   sec   sec   sec   sec
            vote      now   now   now   mem   now   now   now
            recuse    now   now   now   vot   now   now   now
            rule      now   now   now   pre   now   now   now
            review    now   now   now   now   now   AWAIT now
            withdraw  WITHD hea   hea   now   now   now   now
            comment   same  same  same  same  same  same  same
            watch     own   own   own   own   own   own   own
            unwatch   not   not   not   not   not   not   not
            """;

    private static final String OTHER_SPEAKER = """
            verb      FRONT HEADS AWAIT COMMI SETTL RULED WITHD
            position  same  same  same  same  now   now   now
            settle    same  hea   hea   now   now   now   now
            agree     agd   hea   hea   now   now   now   now
            escalate  HEADS hea   hea   now   now   now   now
            receive   sec   sec   sec   sec   sec   sec   sec
            vote      now   now   now   mem   now   now   now
            recuse    now   now   now   vot   now   now   now
            rule      now   now   now   pre   now   now   now
            review    now   now   now   now   now   AWAIT now
            withdraw  rai   hea   hea   now   now   now   now
            comment   same  same  same  same  same  same  same
            watch     own   own   own   own   own   own   own
            unwatch   not   not   not   not   not   not   not
            """;

    /** Head and deputy of the side that raised it, at every level. */
    private static final String RAISING_HEAD = """
            verb      FRONT HEADS AWAIT COMMI SETTL RULED WITHD
            position  same  same  same  same  now   now   now
            settle    same  same  same  now   now   now   now
            agree     SETTL SETTL SETTL now   now   now   now
            escalate  HEADS AWAIT now   now   now   now   now
            receive   sec   sec   sec   sec   sec   sec   sec
            vote      now   now   now   mem   now   now   now
            recuse    now   now   now   vot   now   now   now
            rule      now   now   now   pre   now   now   now
            review    now   now   now   now   now   AWAIT now
            withdraw  WITHD WITHD WITHD now   now   now   now
            comment   same  same  same  same  same  same  same
            watch     same  same  same  same  same  same  same
            unwatch   not   not   not   not   not   not   not
            """;

    private static final String OTHER_HEAD = """
            verb      FRONT HEADS AWAIT COMMI SETTL RULED WITHD
            position  same  same  same  same  now   now   now
            settle    same  same  same  now   now   now   now
            agree     agd   agd   agd   now   now   now   now
            escalate  HEADS AWAIT now   now   now   now   now
            receive   sec   sec   sec   sec   sec   sec   sec
            vote      now   now   now   mem   now   now   now
            recuse    now   now   now   vot   now   now   now
            rule      now   now   now   pre   now   now   now
            review    now   now   now   now   now   AWAIT now
            withdraw  rai   rai   rai   now   now   now   now
            comment   same  same  same  same  same  same  same
            watch     same  same  same  same  same  same  same
            unwatch   not   not   not   not   not   not   not
            """;

    /** A member whose department is no party. */
    private static final String MEMBER = """
            verb      FRONT HEADS AWAIT COMMI SETTL RULED WITHD
            position  par   par   par   par   par   par   par
            settle    par   par   par   par   par   par   par
            agree     par   par   par   par   par   par   par
            escalate  par   par   par   par   par   par   par
            receive   sec   sec   sec   sec   sec   sec   sec
            vote      now   now   now   same  now   now   now
            recuse    now   now   now   same  now   now   now
            rule      now   now   now   pre   now   now   now
            review    par   par   par   par   par   par   par
            withdraw  par   par   par   par   par   par   par
            comment   same  same  same  same  same  same  same
            watch     same  same  same  same  same  same  same
            unwatch   not   not   not   not   not   not   not
            """;

    private static final String CHAIR = MEMBER.replace("now   now   now   pre ", "now   now   now   RULED");
    private static final String VICE_CHAIR = MEMBER.replace(
                    "vote      now   now   now   same", "vote      now   now   now   mem")
            .replace("recuse    now   now   now   same", "recuse    now   now   now   vot");
    private static final String SECRETARY = VICE_CHAIR.replace(
            "receive   sec   sec   sec   sec   sec   sec   sec", "receive   now   now   COMMI now   now   now   now");

    @TestFactory
    Stream<DynamicTest> every_verb_in_every_state_by_everybody() {
        return Stream.of(
                        cells(RAISING_SPEAKER, "market.contact"),
                        cells(OTHER_SPEAKER, "production.contact"),
                        cells(RAISING_HEAD, "market.head"),
                        cells(RAISING_HEAD, "market.deputy"),
                        cells(OTHER_HEAD, "production.head"),
                        cells(MEMBER, "design.head"),
                        cells(CHAIR, "chair"),
                        cells(VICE_CHAIR, "vice"),
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
                                                .isEqualTo("dispute.refused.not-yours-to-see")))));
    }

    @Test
    void the_tables_name_every_verb_and_every_state() {
        assertThat(rights(MEMBER).verbs()).isEqualTo(VERBS.keySet());
        assertThat(SCENES.keySet()).containsExactly(State.values());
        RightsTable.triesAll(VERBS, DisputeCommand.About.class);
    }

    private static RightsTable<State> rights(String table) {
        return new RightsTable<>(table, List.of(State.values()));
    }

    private static Stream<DynamicTest> cells(String table, String person) {
        return rights(table).tests(person, (verb, state, expected) -> {
            Courtroom room = SCENES.get(state).get();
            assertThat(room.dispute.state()).isEqualTo(state);
            RightsTable.check(room.tries(person, VERBS.get(verb)), room.dispute, expected, REFUSALS, RESULTS);
        });
    }
}
