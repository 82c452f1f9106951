package io.xietong.core.gate;

import static io.xietong.core.gate.ReviewRoom.NUMBER;
import static io.xietong.core.gate.ReviewRoom.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.RightsTable;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.feature.SharedCommand;
import java.time.LocalDate;
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
 * order of {@link State}; under REVIEWING nobody has answered yet.
 */
class RightsTableTest {

    private static final Map<State, Supplier<ReviewRoom>> SCENES = new LinkedHashMap<>();

    private static ReviewRoom failed() {
        ReviewRoom room = ReviewRoom.called();
        room.passes("zhao.min");
        room.does("zheng.qiang", says(Verdict.FAIL, "没有通过跌落测试"));
        return room;
    }

    static {
        SCENES.put(State.REVIEWING, ReviewRoom::called);
        SCENES.put(State.HELD, () -> {
            ReviewRoom room = ReviewRoom.called(ReviewRoom.LOCK);
            room.passes("zhang.wei", "zhao.min", "zheng.qiang");
            return room;
        });
        SCENES.put(State.FAILED, RightsTableTest::failed);
        SCENES.put(State.PASSED, () -> {
            ReviewRoom room = ReviewRoom.called();
            room.passes("zhang.wei", "zhao.min", "zheng.qiang");
            return room;
        });
        SCENES.put(State.OVERRIDDEN, () -> {
            ReviewRoom room = failed();
            room.does("chen.zong", new GateCommand.Release(NUMBER, "上市日期不能改", true));
            return room;
        });
        SCENES.put(State.WITHDRAWN, () -> {
            ReviewRoom room = ReviewRoom.called();
            room.does("li.lei", new GateCommand.Withdraw(NUMBER, true));
            return room;
        });
    }

    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        Condition condition =
                new Condition("补齐样机", Optional.of("he.tao"), Optional.empty(), Optional.of(LocalDate.of(2026, 12, 4)));
        VERBS.put("pass", ReviewRoom.pass());
        VERBS.put("conditional", says(Verdict.CONDITIONAL, "补齐样机", condition));
        VERBS.put("fail", says(Verdict.FAIL, "没有通过跌落测试"));
        VERBS.put("abstain", says(Verdict.ABSTAIN, "不涉及"));
        VERBS.put("again", new GateCommand.CallAgain(NUMBER, "已加固外壳"));
        VERBS.put("release", new GateCommand.Release(NUMBER, "上市日期不能改", true));
        VERBS.put("withdraw", new GateCommand.Withdraw(NUMBER, true));
        VERBS.put("comment", new SharedCommand.Comment(NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(NUMBER));
    }

    private static final Map<String, String> REFUSALS = Map.of(
            "now", "gate.refused.not-now",
            "dep", "gate.refused.only-departments",
            "lea", "gate.refused.only-lead",
            "cha", "gate.refused.only-chair",
            "see", "gate.refused.not-yours-to-see",
            "par", "item.refused.party-watches-anyway",
            "not", "item.refused.not-watched");

    private static final Map<String, State> RESULTS = Map.of(
            "FAILE", State.FAILED, "REVIE", State.REVIEWING, "OVERR", State.OVERRIDDEN, "WITHD", State.WITHDRAWN);

    /** Li Lei, the lead, who is also a contact of the market department. */
    private static final String LEAD = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        same  now   now   now   now   now
            conditional same  now   now   now   now   now
            fail        same  now   now   now   now   now
            abstain     same  now   now   now   now   now
            again       now   now   REVIE now   now   now
            release     cha   cha   cha   cha   cha   cha
            withdraw    WITHD WITHD WITHD now   now   now
            comment     same  same  same  same  same  same
            watch       par   par   par   par   par   par
            unwatch     not   not   not   not   not   not
            """;

    /** Han Mei, second contact of the leading department. */
    private static final String COLLEAGUE_OF_LEAD = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        same  now   now   now   now   now
            conditional same  now   now   now   now   now
            fail        same  now   now   now   now   now
            abstain     same  now   now   now   now   now
            again       lea   lea   lea   lea   lea   lea
            release     cha   cha   cha   cha   cha   cha
            withdraw    lea   lea   lea   lea   lea   lea
            comment     same  same  same  same  same  same
            watch       same  same  same  same  same  same
            unwatch     not   not   not   not   not   not
            """;

    /** Zhang Wei, head of the leading department: its word stands at once. */
    private static final String HEAD_OF_LEAD = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        same  now   now   now   now   now
            conditional same  now   now   now   now   now
            fail        FAILE now   now   now   now   now
            abstain     same  now   now   now   now   now
            again       now   now   REVIE now   now   now
            release     cha   cha   cha   cha   cha   cha
            withdraw    WITHD WITHD WITHD now   now   now
            comment     same  same  same  same  same  same
            watch       same  par   same  par   same  same
            unwatch     not   not   not   not   not   not
            """;

    /** Zhou Jie, contact of another department; Qian Duo, its deputy, may do the same. */
    private static final String CONTACT = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        same  now   now   now   now   now
            conditional same  now   now   now   now   now
            fail        same  now   now   now   now   now
            abstain     same  now   now   now   now   now
            again       lea   lea   lea   lea   lea   lea
            release     cha   cha   cha   cha   cha   cha
            withdraw    lea   lea   lea   lea   lea   lea
            comment     same  same  same  same  same  same
            watch       same  same  same  same  same  same
            unwatch     not   not   not   not   not   not
            """;

    /** Zheng Qiang, head of a department that answers. */
    private static final String HEAD = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        same  now   now   now   now   now
            conditional same  now   now   now   now   now
            fail        FAILE now   now   now   now   now
            abstain     same  now   now   now   now   now
            again       lea   lea   lea   lea   lea   lea
            release     cha   cha   cha   cha   cha   cha
            withdraw    lea   lea   lea   lea   lea   lea
            comment     same  same  same  same  same  same
            watch       same  par   par   par   par   same
            unwatch     not   not   not   not   not   not
            """;

    private static final String SECRETARY = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        dep   dep   dep   dep   dep   dep
            conditional dep   dep   dep   dep   dep   dep
            fail        dep   dep   dep   dep   dep   dep
            abstain     dep   dep   dep   dep   dep   dep
            again       now   now   REVIE now   now   now
            release     cha   cha   cha   cha   cha   cha
            withdraw    WITHD WITHD WITHD now   now   now
            comment     same  same  same  same  same  same
            watch       same  same  same  same  same  same
            unwatch     not   not   not   not   not   not
            """;

    private static final String CHAIR = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        dep   dep   dep   dep   dep   dep
            conditional dep   dep   dep   dep   dep   dep
            fail        dep   dep   dep   dep   dep   dep
            abstain     dep   dep   dep   dep   dep   dep
            again       lea   lea   lea   lea   lea   lea
            release     OVERR OVERR OVERR now   now   now
            withdraw    lea   lea   lea   lea   lea   lea
            comment     same  same  same  same  same  same
            watch       same  same  same  same  same  same
            unwatch     not   not   not   not   not   not
            """;

    /** Liu Fu, the vice-chair, while the chair is no party; Ma Li, a member whose department does not answer, the same. */
    private static final String MEMBER = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        dep   dep   dep   dep   dep   dep
            conditional dep   dep   dep   dep   dep   dep
            fail        dep   dep   dep   dep   dep   dep
            abstain     dep   dep   dep   dep   dep   dep
            again       lea   lea   lea   lea   lea   lea
            release     cha   cha   cha   cha   cha   cha
            withdraw    lea   lea   lea   lea   lea   lea
            comment     same  same  same  same  same  same
            watch       same  same  same  same  same  same
            unwatch     not   not   not   not   not   not
            """;

    /** Guo Jing, contact of a department that does not answer: sees it once it was overridden, which is public. */
    private static final String OUTSIDER = """
            verb        REVIE HELD  FAILE PASSE OVERR WITHD
            pass        see   see   see   see   dep   see
            conditional see   see   see   see   dep   see
            fail        see   see   see   see   dep   see
            abstain     see   see   see   see   dep   see
            again       see   see   see   see   lea   see
            release     see   see   see   see   cha   see
            withdraw    see   see   see   see   lea   see
            comment     see   see   see   see   same  see
            watch       see   see   see   see   same  see
            unwatch     see   see   see   see   not   see
            """;

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("li.lei", LEAD);
        TABLES.put("han.mei", COLLEAGUE_OF_LEAD);
        TABLES.put("zhang.wei", HEAD_OF_LEAD);
        TABLES.put("zhou.jie", CONTACT);
        TABLES.put("feng.lin", CONTACT);
        TABLES.put("zheng.qiang", HEAD);
        TABLES.put("sun.mi", SECRETARY);
        TABLES.put("chen.zong", CHAIR);
        TABLES.put("liu.fu", MEMBER);
        TABLES.put("ma.li", MEMBER);
        TABLES.put("guo.jing", OUTSIDER);
    }

    @TestFactory
    Stream<DynamicTest> every_verb_in_every_state_by_every_role() {
        return TABLES.entrySet().stream().flatMap(table -> cells(table.getValue(), table.getKey()));
    }

    @Test
    void the_tables_name_every_verb() {
        for (String table : TABLES.values())
            assertThat(rights(table).verbs()).containsExactlyElementsOf(VERBS.keySet());
        RightsTable.triesAll(VERBS, GateCommand.About.class);
    }

    private static RightsTable<State> rights(String table) {
        return new RightsTable<>(table, List.of(State.values()));
    }

    private static Stream<DynamicTest> cells(String table, String person) {
        return rights(table).tests(person, (verb, state, expected) -> {
            ReviewRoom room = SCENES.get(state).get();
            assertThat(room.gate.state()).isEqualTo(state);
            RightsTable.check(room.tries(person, VERBS.get(verb)), room.gate, expected, REFUSALS, RESULTS);
        });
    }
}
