package io.xietong.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final List<Delegation> delegations = new ArrayList<>();

    private Routing routing() {
        return new Routing(Demo.COMPANY, Availability.on(TODAY, delegations));
    }

    private static Routing routing(Department design) {
        OrganisationData data = Demo.data();
        List<Department> departments = new ArrayList<>(data.departments());
        departments.replaceAll(department -> department.id().equals(design.id()) ? design : department);
        return new Routing(
                new Organisation(new OrganisationData(
                        data.name(),
                        data.zone(),
                        data.language(),
                        data.people(),
                        departments,
                        data.committee(),
                        data.secretaries(),
                        data.admins())),
                Availability.on(TODAY, List.of()));
    }

    private void away(String... people) {
        for (String person : people) {
            delegations.add(new Delegation(person, Optional.empty(), TODAY, TODAY, person));
        }
    }

    private void delegates(String person, String delegate) {
        delegations.add(new Delegation(person, Optional.of(delegate), TODAY, TODAY, person));
    }

    private static Optional<Assignment> found(String person, String inNameOf, Seat seat) {
        return Optional.of(new Assignment(person, Optional.ofNullable(inNameOf), seat));
    }

    @Test
    void contact_then_second_contact_then_deputy_then_head_then_secretary() {
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("zhou.jie", null, Seat.CONTACT));
        away("zhou.jie");
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("wu.yue", null, Seat.SECOND_CONTACT));
        away("wu.yue");
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("qian.duo", null, Seat.DEPUTY));
        away("qian.duo");
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("zhao.min", null, Seat.HEAD));
        away("zhao.min");
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("sun.mi", null, Seat.SECRETARY));
        away("sun.mi");
        assertThat(routing().assign("design", Set.of())).isEmpty();
    }

    @Test
    void empty_seats_are_passed_over() {
        Department nobody = new Department("design", "设计部", Optional.empty(), List.of(), List.of());
        assertThat(routing(nobody).assign("design", Set.of())).isEqualTo(found("sun.mi", null, Seat.SECRETARY));
        assertThat(routing(nobody).actingHead("design", Set.of())).isEmpty();
        Department headOnly = new Department("design", "设计部", Optional.of("zhao.min"), List.of(), List.of());
        assertThat(routing(headOnly).assign("design", Set.of())).isEqualTo(found("zhao.min", null, Seat.HEAD));
    }

    @Test
    void the_delegate_of_the_contact_comes_before_the_second_contact() {
        delegates("zhou.jie", "zhao.gong");
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("zhao.gong", "zhou.jie", Seat.CONTACT));
        assertThat(routing().standing("zhao.gong", "design", Set.of()))
                .contains(new Routing.Standing(Optional.of("zhou.jie")));
    }

    @Test
    void a_delegate_who_is_a_party_is_passed_over() {
        delegates("zhou.jie", "li.lei");
        assertThat(routing().assign("design", Set.of("li.lei"))).isEqualTo(found("wu.yue", null, Seat.SECOND_CONTACT));
        assertThat(routing().standing("li.lei", "design", Set.of("li.lei"))).isEmpty();
        delegates("zhao.min", "li.lei");
        assertThat(routing().actingHead("design", Set.of("li.lei")))
                .isEqualTo(found("qian.duo", "zhao.min", Seat.DEPUTY));
    }

    @Test
    void a_chain_may_be_three_long_and_no_longer() {
        delegates("zhou.jie", "wu.yue");
        delegates("wu.yue", "qian.duo");
        delegates("qian.duo", "zhao.gong");
        assertThat(routing().actingFor("zhou.jie", Set.of())).contains("zhao.gong");
        delegates("zhao.gong", "liang.yu");
        assertThat(routing().actingFor("zhou.jie", Set.of())).isEmpty();
        assertThat(routing().actingFor("wu.yue", Set.of())).contains("liang.yu");
    }

    @Test
    void a_circle_of_delegates_ends_without_anybody() {
        delegates("zhou.jie", "wu.yue");
        delegates("wu.yue", "zhou.jie");
        assertThat(routing().actingFor("zhou.jie", Set.of())).isEmpty();
        assertThat(routing().assign("design", Set.of())).isEqualTo(found("qian.duo", null, Seat.DEPUTY));
    }

    @Test
    void a_delegation_holds_from_its_first_to_its_last_day() {
        Delegation week = new Delegation(
                "zhou.jie", Optional.of("wu.yue"), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27), "zhou.jie");
        assertThat(Availability.on(LocalDate.of(2026, 11, 22), List.of(week)).isAway("zhou.jie"))
                .isFalse();
        assertThat(Availability.on(LocalDate.of(2026, 11, 23), List.of(week)).isAway("zhou.jie"))
                .isTrue();
        assertThat(Availability.on(LocalDate.of(2026, 11, 27), List.of(week)).isAway("zhou.jie"))
                .isTrue();
        assertThat(Availability.on(LocalDate.of(2026, 11, 28), List.of(week)).isAway("zhou.jie"))
                .isFalse();
    }

    @Test
    void the_deputy_speaks_in_the_absent_heads_name_and_else_in_their_own() {
        assertThat(routing().standing("qian.duo", "design", Set.of())).contains(new Routing.Standing(Optional.empty()));
        away("zhao.min");
        assertThat(routing().actingHead("design", Set.of())).isEqualTo(found("qian.duo", "zhao.min", Seat.DEPUTY));
        assertThat(routing().standing("qian.duo", "design", Set.of()))
                .contains(new Routing.Standing(Optional.of("zhao.min")));
        delegates("zhao.min", "zhao.gong");
        assertThat(routing().standing("qian.duo", "design", Set.of()))
                .as("the head chose somebody else")
                .contains(new Routing.Standing(Optional.empty()));
    }

    @Test
    void the_secretary_answers_for_a_department_only_while_nobody_of_it_is_there() {
        assertThat(routing().standing("sun.mi", "design", Set.of())).isEmpty();
        away("zhou.jie", "wu.yue", "qian.duo", "zhao.min");
        assertThat(routing().standing("sun.mi", "design", Set.of())).contains(new Routing.Standing(Optional.empty()));
    }

    @Test
    void for_somebody_on_plain_leave_the_seats_of_their_department_stand_in() {
        assertThat(routing().standIn("li.lei", Set.of())).contains("li.lei");
        away("li.lei");
        assertThat(routing().standIn("li.lei", Set.of())).contains("wang.fang");
        assertThat(routing().standingFor("wang.fang", "li.lei", Set.of()))
                .contains(new Routing.Standing(Optional.of("li.lei")));
        assertThat(routing().standingFor("han.mei", "li.lei", Set.of())).isEmpty();
        away("wang.fang");
        assertThat(routing().standIn("li.lei", Set.of())).contains("zhang.wei");
        away("zhang.wei");
        assertThat(routing().standIn("li.lei", Set.of())).contains("han.mei");
        away("han.mei");
        assertThat(routing().standIn("li.lei", Set.of())).isEmpty();
    }

    @Test
    void nobody_speaks_for_a_department_that_does_not_exist() {
        assertThat(routing().standing("zhou.jie", "sales", Set.of())).isEmpty();
    }
}
