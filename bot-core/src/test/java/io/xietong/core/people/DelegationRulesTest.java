package io.xietong.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.Demo;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Delegation today(String person, String delegate, String setBy) {
        return new Delegation(person, Optional.ofNullable(delegate), TODAY, TODAY.plusDays(2), setBy);
    }

    private static Optional<Message> fault(Delegation wanted, Delegation... existing) {
        return DelegationRules.fault(wanted, List.of(existing), TODAY, Demo.COMPANY);
    }

    @ParameterizedTest
    @CsvSource({
        "li.lei, true", "zhang.wei, true", "wang.fang, true", "sun.mi, true",
        "han.mei, false", "zhao.min, false", "zhao.gong, false", "chen.zong, false"
    })
    void oneself_the_own_head_or_deputy_and_the_secretary_may_set_it(String speaker, boolean may) {
        Optional<Message> fault = fault(today("li.lei", "han.mei", speaker));
        if (may) assertThat(fault).isEmpty();
        else assertThat(fault).contains(Message.of("talk.delegate.rights", "李雷"));
    }

    @Test
    void it_cannot_lie_in_the_past_nor_point_at_oneself() {
        Delegation over = new Delegation("li.lei", Optional.empty(), TODAY.minusDays(5), TODAY.minusDays(1), "li.lei");
        assertThat(fault(over)).contains(Message.of("talk.delegate.past", TODAY.minusDays(1)));
        assertThat(fault(today("li.lei", "li.lei", "li.lei"))).contains(Message.of("talk.delegate.self"));
        assertThatThrownBy(() -> new Delegation("li.lei", Optional.empty(), TODAY, TODAY.minusDays(1), "li.lei"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_circle_is_refused_and_named() {
        assertThat(fault(
                        today("li.lei", "han.mei", "li.lei"),
                        today("han.mei", "wang.fang", "han.mei"),
                        today("wang.fang", "li.lei", "wang.fang")))
                .contains(Message.of("talk.delegate.circle", List.of("李雷", "韩梅", "王芳", "李雷")));
    }

    @Test
    void chains_of_three_are_allowed_and_of_four_refused_from_either_end() {
        Delegation second = today("han.mei", "wang.fang", "han.mei");
        Delegation third = today("wang.fang", "zhang.wei", "wang.fang");
        assertThat(fault(today("li.lei", "han.mei", "li.lei"), second, third)).isEmpty();
        Delegation fourth = today("zhang.wei", "zhao.gong", "zhang.wei");
        assertThat(fault(today("li.lei", "han.mei", "li.lei"), second, third, fourth))
                .contains(Message.of("talk.delegate.chain", 3, 4));
        assertThat(fault(fourth, today("li.lei", "han.mei", "li.lei"), second, third))
                .contains(Message.of("talk.delegate.chain", 3, 4));
    }

    @Test
    void the_longest_of_several_chains_counts() {
        assertThat(fault(
                        today("zhang.wei", "zhao.gong", "zhang.wei"),
                        today("he.tao", "zhang.wei", "he.tao"),
                        today("li.lei", "han.mei", "li.lei"),
                        today("han.mei", "wang.fang", "han.mei"),
                        today("wang.fang", "zhang.wei", "wang.fang")))
                .contains(Message.of("talk.delegate.chain", 3, 4));
    }

    @Test
    void delegations_of_other_days_do_not_count() {
        Delegation nextMonth =
                new Delegation("han.mei", Optional.of("li.lei"), TODAY.plusMonths(1), TODAY.plusMonths(1), "han.mei");
        assertThat(fault(today("li.lei", "han.mei", "li.lei"), nextMonth)).isEmpty();
    }

    @Test
    void plain_leave_needs_no_chain() {
        assertThat(fault(today("li.lei", null, "li.lei"), today("han.mei", "li.lei", "han.mei")))
                .isEmpty();
    }
}
