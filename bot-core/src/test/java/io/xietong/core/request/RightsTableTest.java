package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.RightsTable;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.feature.SharedCommand;
import io.xietong.core.item.Visibility;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every verb in every state by every side: what comes of it, or which sentence refuses it. The columns are the states in the
 * order of {@link State}; a state's first letters mean that it is done and leads there.
 */
class RightsTableTest {

    private static final Map<State, Supplier<Scene>> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put(State.AWAITING_RESPONSE, Scene::filed);
        SCENES.put(State.NEEDS_INFO, () -> Scene.filed().asked());
        SCENES.put(State.IN_PROGRESS, () -> Scene.filed().accepted());
        SCENES.put(State.DELIVERED, () -> Scene.filed().delivered());
        SCENES.put(
                State.COMPLETED,
                () -> Scene.filed().delivered().does("li.lei", new RequestCommand.Verify(NUMBER, Optional.of(5), "")));
        SCENES.put(State.DECLINED, () -> Scene.filed().declined());
        SCENES.put(State.WITHDRAWN, () -> Scene.filed().does("li.lei", new RequestCommand.Withdraw(NUMBER, true)));
        SCENES.put(State.LAPSED, () -> Scene.filed().asked().until("2026-11-26T18:00"));
    }

    private static final Map<String, AboutItem> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("accept", new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.of(2026, 12, 1))));
        VERBS.put("needinfo", new RequestCommand.AskForInfo(NUMBER, "什么尺寸?"));
        VERBS.put("transfer", new RequestCommand.Transfer(NUMBER, "production", Optional.empty(), "归他们管"));
        VERBS.put("handover", new RequestCommand.Transfer(NUMBER, "design", Optional.of("wu.yue"), "她熟悉"));
        VERBS.put("decline", new RequestCommand.Decline(NUMBER, "没有人手", Optional.empty()));
        VERBS.put("deliver", new RequestCommand.Deliver(NUMBER, ""));
        VERBS.put("supply", new RequestCommand.Supply(NUMBER, "A2"));
        VERBS.put("verify", new RequestCommand.Verify(NUMBER, Optional.of(4), ""));
        VERBS.put("reopen", new RequestCommand.Reopen(NUMBER, "颜色不对"));
        VERBS.put("withdraw", new RequestCommand.Withdraw(NUMBER, true));
        VERBS.put("nudge", new RequestCommand.Nudge(NUMBER));
        VERBS.put("comment", new SharedCommand.Comment(NUMBER, "好"));
        VERBS.put("watch", new SharedCommand.Watch(NUMBER));
        VERBS.put("unwatch", new SharedCommand.Unwatch(NUMBER));
        VERBS.put("escalate", new RequestCommand.Escalate(NUMBER, ""));
    }

    private static final Map<String, State> RESULTS = Map.of(
            "AWAIT", State.AWAITING_RESPONSE,
            "NEEDS", State.NEEDS_INFO,
            "INPRO", State.IN_PROGRESS,
            "DELIV", State.DELIVERED,
            "COMPL", State.COMPLETED,
            "DECLI", State.DECLINED,
            "WITHD", State.WITHDRAWN);

    private static final Map<String, String> REFUSALS = Map.of(
            "now", "request.refused.not-now",
            "ans", "request.refused.only-answering",
            "ask", "request.refused.only-requester",
            "par", "request.refused.only-parties",
            "own", "item.refused.party-watches-anyway",
            "not", "item.refused.not-watched",
            "who", "request.refused.in-other-hands",
            "erl", "request.refused.escalate-early",
            "ltr", "request.refused.escalate-later");

    /** The contacts, the deputy and the head answer alike, but what one of them works on is changed by that one only. */
    private static final String ANSWERING = """
            verb      AWAIT NEEDS INPRO DELIV COMPL DECLI WITHD LAPSE
            accept    INPRO INPRO who   now   now   now   now   now
            needinfo  NEEDS now   now   now   now   now   now   now
            transfer  AWAIT AWAIT now   now   now   ask   now   now
            handover  AWAIT NEEDS INPRO now   now   ask   now   now
            decline   DECLI DECLI now   now   now   now   now   now
            deliver   DELIV now   DELIV now   now   now   now   now
            supply    ask   ask   ask   ask   ask   ask   ask   ask
            verify    ask   ask   ask   ask   ask   ask   ask   ask
            reopen    ask   ask   ask   ask   ask   ask   ask   ask
            withdraw  ask   ask   ask   ask   ask   ask   ask   ask
            nudge     ask   ask   ask   ask   ask   ask   ask   ask
            comment   same  same  same  same  same  same  same  same
            unwatch   not   not   not   not   not   not   not   not
            escalate  erl   erl   erl   erl   now   ltr   now   now
            """;

    private static final String ASKING = """
            verb      AWAIT NEEDS INPRO DELIV COMPL DECLI WITHD LAPSE
            accept    ans   ans   ans   ans   ans   ans   ans   ans
            needinfo  ans   ans   ans   ans   ans   ans   ans   ans
            transfer  ans   ans   ans   ans   ans   AWAIT ans   ans
            handover  ans   ans   ans   ans   ans   now   ans   ans
            decline   ans   ans   ans   ans   ans   ans   ans   ans
            deliver   ans   ans   ans   ans   ans   ans   ans   ans
            supply    now   AWAIT now   now   now   now   now   now
            verify    now   now   now   COMPL now   now   now   now
            reopen    now   now   now   AWAIT AWAIT AWAIT now   AWAIT
            withdraw  WITHD WITHD WITHD now   now   now   now   now
            nudge     AWAIT now   INPRO now   now   now   now   now
            comment   same  same  same  same  same  same  same  same
            watch     own   own   own   own   own   own   own   own
            unwatch   not   not   not   not   not   not   not   not
            escalate  erl   erl   erl   erl   now   ltr   now   now
            """;

    /** A colleague of one of the departments, and the secretary: they see it and have no say. */
    private static final String LOOKING_ON = """
            verb      AWAIT NEEDS INPRO DELIV COMPL DECLI WITHD LAPSE
            accept    ans   ans   ans   ans   ans   ans   ans   ans
            needinfo  ans   ans   ans   ans   ans   ans   ans   ans
            transfer  ans   ans   ans   ans   ans   ask   ans   ans
            handover  ans   ans   ans   ans   ans   ask   ans   ans
            decline   ans   ans   ans   ans   ans   ans   ans   ans
            deliver   ans   ans   ans   ans   ans   ans   ans   ans
            supply    ask   ask   ask   ask   ask   ask   ask   ask
            verify    ask   ask   ask   ask   ask   ask   ask   ask
            reopen    ask   ask   ask   ask   ask   ask   ask   ask
            withdraw  ask   ask   ask   ask   ask   ask   ask   ask
            nudge     ask   ask   ask   ask   ask   ask   ask   ask
            comment   same  same  same  same  same  same  same  same
            watch     same  same  same  same  same  same  same  same
            unwatch   not   not   not   not   not   not   not   not
            escalate  par   par   par   par   par   par   par   par
            """;

    @TestFactory
    Stream<DynamicTest> the_answering_side() {
        String holding = ANSWERING.replace("who", "INPRO");
        return Stream.of("zhou.jie", "wu.yue", "qian.duo", "zhao.min")
                .flatMap(person -> cells(person.equals("zhou.jie") ? holding : ANSWERING, person)
                        .filter(cell -> !(person.equals("wu.yue")
                                && cell.getDisplayName().contains("handover"))));
    }

    @TestFactory
    Stream<DynamicTest> the_asking_side() {
        return cells(ASKING, "li.lei");
    }

    @TestFactory
    Stream<DynamicTest> those_who_look_on() {
        return Stream.of("han.mei", "zhang.wei", "sun.mi").flatMap(person -> cells(LOOKING_ON, person));
    }

    @TestFactory
    Stream<DynamicTest> strangers_learn_nothing_whatever_the_verb() {
        return SCENES.entrySet().stream()
                .flatMap(scene -> Stream.of("ma.li", "zhao.gong", "chen.zong", "left.company")
                        .flatMap(person -> VERBS.entrySet().stream()
                                .map(verb -> DynamicTest.dynamicTest(
                                        person + " " + verb.getKey() + " " + scene.getKey(),
                                        () -> assertThat(scene.getValue().get().refused(person, verb.getValue()))
                                                .isEqualTo(Message.of("request.refused.not-yours-to-see", NUMBER))))));
    }

    @Test
    void the_tables_name_every_verb() {
        assertThat(rights(ASKING).verbs()).isEqualTo(VERBS.keySet());
        assertThat(rights(LOOKING_ON).verbs()).isEqualTo(VERBS.keySet());
        List<String> answering = new ArrayList<>(VERBS.keySet());
        answering.remove("watch");
        assertThat(rights(ANSWERING).verbs()).containsExactlyElementsOf(answering);
        assertThat(SCENES.keySet()).containsExactly(State.values());
        assertThat(VERBS.values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(RequestCommand.verbs().stream()
                        .filter(verb -> verb != RequestCommand.File.class)
                        .collect(Collectors.toSet()));
    }

    @Test
    void the_refusals_name_who_may() {
        assertThat(Scene.filed().refused("han.mei", VERBS.get("accept")).args()).contains(NUMBER, "设计部", "周洁");
        assertThat(Scene.filed().refused("zhou.jie", VERBS.get("nudge")).args()).contains(NUMBER, "李雷");
        assertThat(Scene.filed().refused("han.mei", VERBS.get("escalate")).args())
                .contains(NUMBER, "李雷", "设计部");
    }

    @Test
    void who_may_see_a_request() {
        assertThat(viewers(Visibility.DEPARTMENTS))
                .containsExactly(
                        "sun.mi",
                        "zhang.wei",
                        "wang.fang",
                        "li.lei",
                        "han.mei",
                        "zhao.min",
                        "qian.duo",
                        "zhou.jie",
                        "wu.yue");
        assertThat(viewers(Visibility.COMPANY)).hasSize(25);
        assertThat(viewers(Visibility.NAMED, "ma.li"))
                .as("parties, seats of the department that answers, the requester's head, the named, the secretary")
                .containsExactly(
                        "sun.mi", "zhang.wei", "li.lei", "zhao.min", "qian.duo", "zhou.jie", "wu.yue", "ma.li");
    }

    @Test
    void a_department_that_had_it_once_still_sees_it() {
        Scene scene = Scene.filed().transferred("zhou.jie", "production");
        assertThat(Rights.maySee(scene.request(), "wu.yue", Demo.COMPANY)).isTrue();
        assertThat(Rights.maySee(scene.request(), "xu.ning", Demo.COMPANY)).isTrue();
    }

    private static List<String> viewers(Visibility visibility, String... named) {
        Request request =
                new Scene().file(Scene.visible(visibility, named), Scene.SINGLE).request();
        return Demo.COMPANY.people().stream()
                .map(person -> person.id())
                .filter(person -> Rights.maySee(request, person, Demo.COMPANY))
                .toList();
    }

    private static RightsTable<State> rights(String table) {
        return new RightsTable<>(table, List.of(State.values()));
    }

    private static Stream<DynamicTest> cells(String table, String person) {
        return rights(table).tests(person, (verb, state, expected) -> {
            Scene scene = SCENES.get(state).get();
            assertThat(scene.request().state()).isEqualTo(state);
            RightsTable.check(scene.decide(person, VERBS.get(verb)), scene.request(), expected, REFUSALS, RESULTS);
        });
    }
}
