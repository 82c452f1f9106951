package io.xietong.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.people.DirectorySource.Listing;
import io.xietong.core.people.DirectorySource.Member;
import io.xietong.core.people.DirectorySource.Unit;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a platform says about people, against what the organisation's file says. */
class DirectoryComparisonTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Person ZHANG = person("zhang.wei", "张伟", "market", "ou_zhangwei");
    private static final Person LI = person("li.lei", "李雷", "market", "ou_lilei");
    private static final Person ZHAO = person("zhao.min", "赵敏", "design", "ou_zhaomin");
    private static final Person SUN = new Person("sun.mi", "孙秘", "design", Map.of("wecom", "sunmi"));
    private static final List<Unit> UNITS = List.of(
            new Unit("0", "示例公司", "", List.of()),
            new Unit("d1", "市场部", "0", List.of("ou_zhangwei")),
            new Unit("d1a", "品牌组", "d1", List.of()),
            new Unit("d2", "设计部", "0", List.of("ou_zhaomin")),
            new Unit("d9", "法务部", "0", List.of()));

    private final Organisation organisation = new Organisation(new OrganisationData(
            "示例公司",
            ZONE,
            Language.CHINESE,
            List.of(ZHANG, LI, ZHAO, SUN),
            List.of(
                    new Department("market", "市场部", Optional.of("zhang.wei"), List.of(), List.of("li.lei")),
                    new Department("design", "设计部", Optional.of("zhao.min"), List.of(), List.of())),
            new Committee("zhang.wei", "zhao.min", List.of()),
            List.of("li.lei"),
            List.of("li.lei")));

    private static Person person(String id, String name, String department, String account) {
        return new Person(id, name, department, Map.of("feishu", account));
    }

    private static Member member(String account, String name, String... units) {
        return new Member(account, name, List.of(units), true);
    }

    private List<String> compared(List<Unit> units, Member... members) {
        Words words = Words.in(Language.CHINESE, ZONE);
        return DirectoryComparison.compare(organisation, "feishu", new Listing(units, List.of(members))).stream()
                .map(change -> words.say(change.sentence()))
                .toList();
    }

    @Test
    void an_organisation_that_is_as_the_platform_says_has_no_differences() {
        assertThat(compared(
                        UNITS,
                        member("ou_zhangwei", "张伟", "d1"),
                        member("ou_lilei", "李雷", "d1a"),
                        member("ou_zhaomin", "赵敏", "d9", "d2")))
                .isEmpty();
    }

    @Test
    void people_come_leave_move_and_change_their_names() {
        assertThat(compared(
                        UNITS,
                        member("ou_zhangwei", "张大伟", "d1"),
                        member("ou_lilei", "李雷", "d2"),
                        new Member("ou_zhaomin", "赵敏", List.of("d2"), false),
                        member("ou_new", "陈新", "d1a"),
                        member("ou_law", "林法", "d9"),
                        member("ou_sunmi", "孙秘", "d2")))
                .containsExactly(
                        "改名:张伟(zhang.wei)现在叫 张大伟。",
                        "调动:李雷 从 市场部 到 设计部。",
                        "离开:赵敏(zhao.min),账号 ou_zhaomin 已不在平台上或已停用。去掉这个账号;其职务请在组织名单里改派。",
                        "新人:陈新(市场部),账号 ou_new。加入组织名单。",
                        "新人:林法(账号 ou_law)的部门“法务部”不在组织名单里,没有加入。请先在 departments 里加上这个部门,再同步一次。",
                        "孙秘(sun.mi)在平台上的账号是 ou_sunmi。记到其名下。");
    }

    @Test
    void namesakes_are_never_taken_for_each_other() {
        assertThat(compared(
                        UNITS,
                        member("ou_zhangwei", "张伟", "d1"),
                        member("ou_lilei", "李雷", "d1"),
                        member("ou_zhaomin", "赵敏", "d2"),
                        member("ou_s1", "孙秘", "d2"),
                        member("ou_s2", "孙秘", "d1")))
                .containsExactly("新人:孙秘(设计部),账号 ou_s1。加入组织名单。", "新人:孙秘(市场部),账号 ou_s2。加入组织名单。");
    }

    @Test
    void a_department_gets_the_head_that_the_platform_names() {
        List<Unit> units = List.of(
                new Unit("d1", "市场部", "0", List.of("ou_nobody", "ou_lilei")), new Unit("d2", "设计部", "0", List.of()));
        assertThat(compared(
                        units,
                        member("ou_zhangwei", "张伟", "d1"),
                        member("ou_lilei", "李雷", "d1"),
                        member("ou_zhaomin", "赵敏", "d2")))
                .containsExactly("市场部 的负责人由 张伟 改为 李雷。");
    }
}
