package io.xietong.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each fault of an organisation file has its own sentence. */
class OrganisationCheckTest {

    private final List<Person> people = new ArrayList<>(Demo.data().people());
    private final List<Department> departments = new ArrayList<>(Demo.data().departments());
    private Committee committee = Demo.data().committee();
    private List<String> secretaries = Demo.data().secretaries();
    private List<String> admins = Demo.data().admins();

    private List<String> problems(boolean errors) {
        Words words = Words.in(Language.CHINESE, Demo.ZONE);
        return OrganisationCheck.check(new OrganisationData(
                        "示例公司", Demo.ZONE, Language.CHINESE, people, departments, committee, secretaries, admins))
                .stream()
                .filter(problem -> problem.error() == errors)
                .map(problem -> words.say(problem.what()))
                .toList();
    }

    private void department(String id, Optional<String> head, List<String> deputies, List<String> contacts) {
        departments.replaceAll(
                old -> old.id().equals(id) ? new Department(id, old.name(), head, deputies, contacts) : old);
    }

    private void finds(Runnable change, String error) {
        change.run();
        assertThat(problems(true)).containsExactly(error);
    }

    @Test
    void the_demo_company_is_sound() {
        assertThat(problems(true)).isEmpty();
        assertThat(problems(false)).isEmpty();
    }

    @Test
    void a_missing_head_and_missing_contacts_are_warnings() {
        department("design", Optional.empty(), List.of("qian.duo"), List.of());
        assertThat(problems(true)).isEmpty();
        assertThat(problems(false))
                .containsExactly("设计部 没有负责人(head),超时会改送秘书;请尽快指定。", "设计部 没有接口人(contacts),求助会直接送副手或负责人;请尽快指定。");
    }

    @Test
    void a_duplicate_id() {
        finds(() -> people.add(new Person("li.lei", "李磊", "market", Map.of())), "人员编号 li.lei 出现了两次,请改掉其中一个。");
    }

    @Test
    void a_person_in_no_department() {
        finds(() -> people.add(new Person("du.sheng", "杜生", "", Map.of())), "杜生(du.sheng)没有部门,请填写 department。");
    }

    @Test
    void a_person_in_a_department_that_does_not_exist() {
        finds(
                () -> people.add(new Person("du.sheng", "杜生", "sales", Map.of())),
                "杜生 的部门「sales」不在 departments 里,请改正或补上这个部门。");
    }

    @Test
    void an_id_with_a_blank_and_a_missing_name() {
        people.add(new Person("du sheng", "杜生", "market", Map.of()));
        people.add(new Person("du.er", " ", "market", Map.of()));
        assertThat(problems(true))
                .containsExactly("人员编号「du sheng」(杜生)为空或含空格,请用不含空格的短编号,例如 li.lei。", "人员 du.er 没有姓名,请填写 name。");
    }

    @Test
    void one_account_for_two_people() {
        finds(
                () -> people.add(new Person("du.sheng", "杜生", "market", Map.of("sandbox", "li.lei"))),
                "sandbox 账号 li.lei 同时写在 li.lei 和 du.sheng 名下,请只留一个。");
    }

    @Test
    void seats_held_by_nobody_known() {
        department("design", Optional.of("nobody"), List.of("no.one"), List.of("zhou.jie", "none"));
        assertThat(problems(true))
                .containsExactly(
                        "设计部 的 head 写了「nobody」,people 里没有这个人,请改正。",
                        "设计部 的 deputies 写了「no.one」,people 里没有这个人,请改正。",
                        "设计部 的 contacts 写了「none」,people 里没有这个人,请改正。");
    }

    @Test
    void a_department_twice_by_id_and_by_name() {
        departments.add(new Department("design", "设计部", Optional.of("zhao.min"), List.of(), List.of("wu.yue")));
        assertThat(problems(true)).containsExactly("部门编号 design 出现了两次,请改掉其中一个。", "有两个部门都叫「设计部」,请改掉其中一个名称。");
    }

    @Test
    void a_department_without_id_or_name() {
        departments.add(new Department("", "", Optional.of("zhao.min"), List.of(), List.of("wu.yue")));
        assertThat(problems(true)).containsExactly("部门编号「」()为空或含空格,请用不含空格的短编号,例如 market。", "部门  没有名称,请填写 name。");
    }

    @Test
    void a_head_who_is_the_own_deputy() {
        finds(
                () -> department("design", Optional.of("zhao.min"), List.of("zhao.min"), List.of("wu.yue")),
                "设计部 的负责人 zhao.min 不能是自己的副手,请从 deputies 里去掉。");
    }

    @Test
    void a_circle_of_deputies() {
        department("market", Optional.of("zhang.wei"), List.of("zhao.min"), List.of("li.lei"));
        department("design", Optional.of("zhao.min"), List.of("zheng.qiang"), List.of("wu.yue"));
        department("production", Optional.of("zheng.qiang"), List.of("zhang.wei"), List.of("he.tao"));
        assertThat(problems(true))
                .containsExactly("副手绕成了一圈:zhang.wei、zhao.min、zheng.qiang。这些人都不在时没有人能处理,请给其中一个部门加一位副手。");
    }

    @Test
    void a_second_deputy_breaks_the_circle() {
        department("market", Optional.of("zhang.wei"), List.of("zhao.min", "wang.fang"), List.of("li.lei"));
        department("design", Optional.of("zhao.min"), List.of("zhang.wei"), List.of("wu.yue"));
        assertThat(problems(true)).isEmpty();
    }

    @Test
    void offices_must_be_filled_with_known_people() {
        committee = new Committee("chen.zong", "chen.zong", List.of("stranger"));
        secretaries = List.of();
        admins = List.of();
        assertThat(problems(true))
                .containsExactly(
                        "committee 的 members 写了「stranger」,people 里没有这个人,请改正。",
                        "委员会主任和副主任都是 chen.zong,请指定不同的人。",
                        "没有秘书(secretariat.secretaries),请至少写一位。",
                        "没有信息化管理员(it.admins),请至少写一位。");
    }

    @Test
    void every_sentence_of_the_check_exists_in_both_languages() {
        assertThat(Words.in(Language.ENGLISH, Demo.ZONE).say("organisation.no-head", "Design"))
                .isEqualTo("Design has no head; what is overdue goes to the secretary instead. Please name one soon.");
    }
}
