package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 求助: who is asked, what is refused, who is told. */
class FilingTest {

    private static RequestCommand.File with(
            String department, String person, String need, LocalDate wantedBy, boolean urgent) {
        return new RequestCommand.File(
                department,
                Optional.ofNullable(person),
                need,
                Optional.ofNullable(wantedBy),
                "",
                urgent,
                Visibility.DEPARTMENTS,
                Set.of(),
                false);
    }

    private static Message refused(RequestCommand.File file) {
        Decision<Request> decision = new Scene().tryFile("li.lei", file, Scene.GROUP);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Request>) decision).why();
    }

    static Organisation design(Optional<String> head, List<String> deputies, List<String> contacts) {
        OrganisationData data = Demo.data();
        List<Department> departments = new ArrayList<>(data.departments());
        departments.replaceAll(
                old -> old.id().equals("design") ? new Department("design", "设计部", head, deputies, contacts) : old);
        return new Organisation(new OrganisationData(
                data.name(),
                data.zone(),
                data.language(),
                data.people(),
                departments,
                data.committee(),
                data.secretaries(),
                data.admins()));
    }

    @Test
    void the_contact_is_asked_and_a_full_clock_runs() {
        Request request = Scene.filed().request();
        assertThat(request.owner()).contains("zhou.jie");
        assertThat(request.state()).isEqualTo(State.AWAITING_RESPONSE);
        assertThat(request.version()).isEqualTo(1);
        assertThat(request.firstDue()).hasValueSatisfying(clock -> {
            assertThat(clock.purpose()).isEqualTo(Purpose.RESPONSE);
            assertThat(clock.owner()).isEqualTo("design");
            assertThat(clock.dueAt()).contains(Demo.at("2026-11-25T10:00"));
        });
    }

    @Test
    void the_group_sees_the_card_and_the_contact_is_asked() {
        assertThat(Scene.filed().news())
                .containsExactly(Map.entry("新品上市", "card"), Map.entry("zhou.jie", "request.news.filed"));
        assertThat(new Scene().file(Scene.command("design"), Scene.SINGLE).news())
                .containsExactly(Map.entry("li.lei", "card"), Map.entry("zhou.jie", "request.news.filed"));
    }

    @Test
    void a_request_for_named_eyes_is_not_shown_in_the_group() {
        Scene scene = new Scene().file(Scene.visible(Visibility.NAMED, "ma.li", "zhou.jie", "li.lei"), Scene.GROUP);
        assertThat(scene.news())
                .containsExactly(
                        Map.entry("li.lei", "card"),
                        Map.entry("zhou.jie", "request.news.filed"),
                        Map.entry("ma.li", "request.news.named"));
    }

    @Test
    void an_urgent_one_breaks_through_quiet_hours() {
        Scene urgent = new Scene().file(with("design", null, "新品海报", null, true), Scene.GROUP);
        Scene usual = Scene.filed();
        assertThat(urgency(urgent, "zhou.jie")).isEqualTo(Outgoing.Urgency.URGENT);
        assertThat(urgency(usual, "zhou.jie")).isEqualTo(Outgoing.Urgency.NORMAL);
    }

    private static Outgoing.Urgency urgency(Scene scene, String person) {
        return scene.outgoing().stream()
                .filter(message -> message.to().equals(new Outgoing.ToPerson(person)))
                .findFirst()
                .orElseThrow()
                .urgency();
    }

    @Test
    void a_named_person_is_asked_and_who_stands_in_for_them_when_away() {
        RequestCommand.File named = with("design", "wu.yue", "新品海报", null, false);
        assertThat(new Scene().file(named, Scene.GROUP).request().owner()).contains("wu.yue");
        assertThat(new Scene()
                        .away("wu.yue", "qian.duo")
                        .file(named, Scene.GROUP)
                        .request()
                        .owner())
                .contains("qian.duo");
        assertThat(new Scene()
                        .away("wu.yue", "li.lei")
                        .file(named, Scene.GROUP)
                        .request()
                        .owner())
                .as("not the requester themself")
                .contains("zhou.jie");
        assertThat(new Scene()
                        .file(with("design", "ma.li", "新品海报", null, false), Scene.GROUP)
                        .request()
                        .owner())
                .as("somebody of another department")
                .contains("zhou.jie");
    }

    @Test
    void an_empty_seat_raises_an_alarm_with_head_and_secretary() {
        Scene noContacts = new Scene()
                .in(design(Optional.of("zhao.min"), List.of("qian.duo"), List.of()))
                .file(Scene.command("design"), Scene.GROUP);
        assertThat(noContacts.request().owner()).contains("qian.duo");
        assertThat(noContacts.news())
                .containsEntry("qian.duo", "request.news.filed")
                .containsEntry("zhao.min", "request.news.vacant")
                .containsEntry("sun.mi", "request.news.vacant");

        Scene nobody = new Scene()
                .in(design(Optional.empty(), List.of(), List.of()))
                .file(Scene.command("design"), Scene.GROUP);
        assertThat(nobody.request().owner()).contains("sun.mi");
        assertThat(nobody.news()).containsOnlyKeys("新品上市", "sun.mi");
    }

    @Test
    void when_nobody_at_all_is_there_the_request_still_stands_and_its_clock_runs() {
        Scene scene = new Scene();
        for (String person : List.of("zhou.jie", "wu.yue", "qian.duo", "zhao.min", "sun.mi")) scene.away(person, null);
        scene.file(Scene.command("design"), Scene.GROUP);
        assertThat(scene.request().owner()).isEmpty();
        assertThat(scene.request().firstDue()).isPresent();
        assertThat(scene.news()).containsEntry("sun.mi", "request.news.vacant");
        assertThat(scene.card("li.lei").parts().toString()).contains("(空岗)");
    }

    @Test
    void what_cannot_be_is_refused_with_its_sentence() {
        assertThat(refused(with("sales", null, "x", null, false)).key())
                .isEqualTo("request.refused.unknown-department");
        assertThat(refused(with("market", null, "x", null, false)))
                .isEqualTo(Message.of("request.refused.own-department", "市场部"));
        assertThat(refused(with("design", null, "  ", null, false)).key()).isEqualTo("request.refused.no-need");
        assertThat(refused(with("design", null, "x", LocalDate.of(2026, 11, 23), false)))
                .isEqualTo(Message.of("request.refused.wanted-in-the-past", LocalDate.of(2026, 11, 23)));
    }

    @Test
    void wanted_today_is_fine() {
        Decision<Request> decision = new Scene()
                .tryFile("li.lei", with("design", null, "x", LocalDate.of(2026, 11, 24), false), Scene.GROUP);
        assertThat(decision).isInstanceOf(Decision.Done.class);
    }

    @Test
    void texts_are_kept_whole_and_titles_are_cut_between_what_readers_see() {
        String family = "👨‍👩‍👧‍👦";
        String need = "海报" + family.repeat(30) + "@所有人 <at id=all></at>";
        Request request = new Scene()
                .file(with("design", null, need, null, false), Scene.GROUP)
                .request();
        assertThat(request.ask().need()).isEqualTo(need);
        assertThat(request.ask().summary()).isEqualTo("海报" + family.repeat(18) + "…");
        assertThat(new Scene()
                        .file(with("design", null, "e\u0301".repeat(20), null, false), Scene.GROUP)
                        .request()
                        .ask()
                        .summary())
                .isEqualTo("e\u0301".repeat(20));
        assertThat(new Scene()
                        .file(with("design", null, "第一行\n第二行", null, false), Scene.GROUP)
                        .request()
                        .ask()
                        .summary())
                .isEqualTo("第一行");
    }

    @Test
    void earlier_requests_that_look_alike_are_found_most_alike_first() {
        List<String> needs = List.of("新品海报", "秋季新品海报设计", "报销发票", "海报印刷", "新品", "新品海报");
        Supplier<Stream<Similar.Earlier>> earlier = () -> IntStream.range(0, needs.size())
                .mapToObj(i -> new Similar.Earlier(i + 1, Similar.likeness(needs.get(i))));
        assertThat(Similar.to(Similar.likeness("新品海报一张"), earlier.get())).containsExactly(6L, 1L, 2L, 5L);
        assertThat(Similar.to(Similar.likeness("😀"), earlier.get())).isEmpty();
    }

    @Test
    void the_number_is_the_one_that_was_given() {
        assertThat(Scene.filed().request().number()).isEqualTo(NUMBER);
    }
}
