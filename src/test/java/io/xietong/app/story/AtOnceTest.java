package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.request.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several threads at the desk at the same moment: one effect, and everybody is told the truth. */
class AtOnceTest {

    private static <T> List<T> all_at_once(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<T>> running = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) results.add(one.get());
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Answer hears(Office office, String event, String person, Inbound.Said said) {
        Chat single = new Chat(office.stage.name(), office.stage.account(person), Chat.Kind.SINGLE, "");
        return office.engine
                .desk()
                .receive(new Inbound(
                        office.stage.name(),
                        event,
                        office.stage.account(person),
                        single,
                        said,
                        office.clock.instant()));
    }

    @RepeatedTest(5)
    void two_clicks_at_once_have_one_effect_and_the_slower_one_is_told_who_decided() throws Exception {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品海报 周五");
            office.employee("li.lei").sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");

            Inbound.Press accept = new Inbound.Press("受理 XQ-1", 1, Map.of("date", "2026-11-27"), "m");
            Inbound.Press later = new Inbound.Press("受理 XQ-1", 1, Map.of("date", "2026-11-30"), "m");
            Inbound.Press decline = new Inbound.Press("婉拒 XQ-1", 1, Map.of("text", "不办"), "m");
            List<Answer> answers = all_at_once(List.of(
                    () -> hears(office, "a", "zhou.jie", accept),
                    () -> hears(office, "b", "wu.yue", later),
                    () -> hears(office, "c", "zhao.min", decline)));

            List<String> toasts =
                    answers.stream().map(answer -> answer.toast().orElse("")).toList();
            assertThat(toasts)
                    .as(toasts.toString())
                    .filteredOn(toast -> toast.contains("已由"))
                    .hasSize(2);
            String done = toasts.stream()
                    .filter(toast -> !toast.contains("已由"))
                    .findFirst()
                    .orElseThrow();
            assertThat(done).startsWith("XQ-1 ").doesNotContain("不能这样做");
            assertThat(answers).allMatch(answer -> answer.refreshed().isPresent());
            assertThat(office.request(1).version()).isEqualTo(2);
            assertThat(office.request(1).state()).isIn(State.IN_PROGRESS, State.DECLINED);
            office.engine.courier().untilIdle();
            office.employee("li.lei").sees(done.contains("婉拒") ? "婉拒" : "已受理");
            office.read_all("zhou.jie");
            office.nothing_else_was_said();
        }
    }

    @RepeatedTest(5)
    void an_event_that_is_delivered_five_times_in_parallel_has_one_effect_and_the_same_answer() throws Exception {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Inbound.Press form = new Inbound.Press("求助", 0, Map.of("department", "design", "need", "新品海报"), "form");
            List<Callable<Answer>> deliveries = IntStream.range(0, 5)
                    .<Callable<Answer>>mapToObj(i -> () -> hears(office, "same-event", "li.lei", form))
                    .toList();
            List<Answer> answers = all_at_once(deliveries);
            assertThat(answers).allMatch(answers.get(0)::equals);
            assertThat(answers.get(0).toast())
                    .hasValueSatisfying(toast -> assertThat(toast).matches("XQ-\\d+ 向 设计部 求助,由 周洁 接手"));
            office.engine.courier().untilIdle();
            office.employee("li.lei").sees("新品海报");
            office.employee("zhou.jie").sees("向你求助");
            office.nothing_else_was_said();

            assertThat(hears(office, "same-event", "li.lei", form)).isEqualTo(answers.get(0));
            office.engine.courier().untilIdle();
            office.nothing_else_was_said();
        }
    }

    @Test
    void twenty_people_who_ask_at_once_get_twenty_numbers() throws Exception {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            List<Callable<Answer>> acts = IntStream.range(0, 20)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> hears(office, "e" + i, "li.lei", new Inbound.Text("求助 设计部 第" + i + "张海报")))
                    .toList();
            all_at_once(acts);
            office.engine.courier().untilIdle();
            for (int i = 0; i < 20; i++) {
                office.employee("li.lei").sees("需求:第" + i + "张海报");
                office.employee("zhou.jie").sees("需求:第" + i + "张海报");
            }
            office.read_all("li.lei");
            office.nothing_else_was_said();
        }
    }

    @RepeatedTest(5)
    void of_two_votes_at_once_that_each_end_the_vote_one_counts_and_the_chair_hears_once() throws Exception {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            CommitteeTest.received(office, "进度");
            for (String member : List.of("chen.zong", "zhao.min"))
                office.employee(member).says("表决 ZY-1 支持甲方").sees("投票:支持市场部");
            office.nothing_else_was_said();
            all_at_once(List.of(
                    () -> hears(office, "a", "ma.li", new Inbound.Text("表决 ZY-1 支持甲方")),
                    () -> hears(office, "b", "gao.yuan", new Inbound.Text("表决 ZY-1 支持甲方"))));
            office.engine.courier().untilIdle();
            office.employee("chen.zong").sees("表决已结束:支持市场部。请作出裁决").with("甲方 3 · 乙方 0 · 弃权 0 · 未投 2");
            boolean first = office.platform.unread().stream().anyMatch(message -> message.contains("马丽 投票"));
            office.employee(first ? "ma.li" : "gao.yuan").sees("投票:支持市场部");
            office.employee(first ? "gao.yuan" : "ma.li").sees("ZY-1 的表决已经结束");
            office.nothing_else_was_said();
        }
    }
}
