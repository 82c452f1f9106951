package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code docs/capacity.md} are made from {@code docs/year.tsv} and the assumptions in {@link Capacity}. */
class CapacityPageTest {

    private static final List<String> PLATFORMS = List.of("feishu", "wecom", "dingtalk");
    private static final List<String> FIGURES = List.of("items", "commands", "messages", "updates", "rows");

    private final Capacity capacity = new Capacity();

    @ParameterizedTest
    @ValueSource(strings = {"docs/capacity.md", "docs/capacity.en.md"})
    void the_page_says_what_the_year_cost(String page) {
        boolean chinese = !page.contains(".en.");
        List<List<String>> kinds = new ArrayList<>();
        for (String kind : capacity.kinds()) {
            List<String> row = new ArrayList<>(List.of(name(kind, chinese)));
            for (String figure : FIGURES) row.add(count(capacity.year(figure + " " + kind)));
            kinds.add(row);
        }
        List<String> all = new ArrayList<>(List.of(chinese ? "合计" : "all"));
        for (String figure : FIGURES) all.add(count(capacity.all(figure)));
        kinds.add(all);
        new Table(page, "year")
                .says(
                        chinese
                                ? List.of("种类", "件数", "改变了什么的命令", "消息", "就地更新的卡片", "留下的行")
                                : List.of(
                                        "Kind",
                                        "Items",
                                        "Commands that changed it",
                                        "Messages",
                                        "Cards updated",
                                        "Rows kept"),
                        kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/capacity.md", "docs/capacity.en.md"})
    void the_page_says_what_the_year_cost_on_each_platform(String page) {
        boolean chinese = !page.contains(".en.");
        List<List<String>> rows = new ArrayList<>();
        for (String line : Tree.text(Tree.path("docs/year.tsv")).lines().toList()) {
            String[] cells = line.split("\t");
            if (cells[0].equals("calls") && Double.parseDouble(cells[2]) > 1)
                rows.add(List.of(cells[1].replaceFirst("(\\w+) (.*)", "$1 `$2`"), count(Double.parseDouble(cells[2]))));
            if (cells[0].equals("pushes"))
                rows.add(List.of(
                        cells[1] + (chinese ? " 推送来的消息" : ", messages pushed to it"),
                        count(Double.parseDouble(cells[2]))));
        }
        new Table(page, "platforms").says(chinese ? List.of("接口", "次数") : List.of("Call", "Times"), rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/capacity.md", "docs/capacity.en.md"})
    void the_page_says_what_companies_cost(String page) {
        boolean chinese = !page.contains(".en.");
        List<List<String>> rows = new ArrayList<>();
        row(rows, chinese ? "需求单一年" : "requests a year", people -> capacity.items("XQ", people));
        row(rows, chinese ? "会议一年" : "meetings a year", people -> capacity.items("HY", people));
        row(rows, chinese ? "命令一年" : "commands a year", people -> capacity.cost("commands", people));
        row(rows, chinese ? "命令,最忙的一秒" : "commands in the busiest second", capacity::busiest);
        row(rows, chinese ? "消息一年" : "messages a year", people -> capacity.cost("messages", people));
        row(
                rows,
                chinese ? "每人每个工作日的消息" : "messages a person and working day",
                people -> capacity.cost("messages", people) / people / Capacity.WORKING_DAYS);
        row(rows, chinese ? "更新的卡片一年" : "cards updated a year", people -> capacity.cost("updates", people));
        row(rows, chinese ? "数据库行一年" : "rows a year", people -> capacity.cost("rows", people));
        row(rows, chinese ? "这些行的内容,MB 一年" : "MB of values in them", people -> capacity.cost("bytes", people) / 1e6);
        for (String platform : PLATFORMS)
            row(
                    rows,
                    (chinese ? "接口调用一个月:" : "calls a month: ") + platform,
                    people -> capacity.calls(platform, people) / 12);
        String notice = chinese ? "一条全员公告送完,至少几分钟:" : "minutes at least for a notice to all: ";
        row(rows, notice + "feishu", people -> people / 1_000.0);
        row(rows, notice + "wecom", people -> people / 10_000.0);
        row(rows, notice + "dingtalk", people -> people / 20.0 / 60);
        row(
                rows,
                chinese ? "全员在一小时内确认,每秒命令" : "commands a second when all confirm within an hour",
                people -> people / 3_600.0);
        List<String> heading = new ArrayList<>(List.of(chinese ? "公司人数" : "People"));
        Capacity.COMPANIES.forEach(people -> heading.add(count(people)));
        new Table(page, "companies").says(heading, rows);
    }

    /** The page's sentence about the first limit is written by hand; the figure in it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/capacity.md", "docs/capacity.en.md"})
    void the_page_says_at_how_many_people_each_limit_is_met(String page) {
        boolean chinese = !page.contains(".en.");
        double month = 12.0;
        double calls = capacity.calls("dingtalk", Capacity.UNIT) / Capacity.UNIT / month;
        double pushes = capacity.cost("commands", Capacity.UNIT) / Capacity.UNIT / month;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                chinese ? "钉钉标准版:每月 5,000 次接口调用" : "DingTalk Standard: 5,000 calls a month", count(5_000 / calls)));
        rows.add(List.of(
                chinese ? "钉钉标准版:每月 3,000 次推送" : "DingTalk Standard: 3,000 pushes a month", count(3_000 / pushes)));
        rows.add(List.of(
                chinese ? "钉钉专业版:每月 200,000 次接口调用" : "DingTalk Pro: 200,000 calls a month", count(200_000 / calls)));
        rows.add(List.of(
                chinese ? "钉钉专业版:每月 50,000 次推送" : "DingTalk Pro: 50,000 pushes a month", count(50_000 / pushes)));
        double feishu = capacity.calls("feishu", Capacity.UNIT) / Capacity.UNIT;
        double minutes = Capacity.WORKING_DAYS * Capacity.HOURS * 60;
        rows.add(List.of(
                chinese
                        ? "飞书:每分钟 1,000 次,最忙的一分钟为平均的 10 倍"
                        : "Feishu: 1,000 calls a minute, the busiest having ten times the average",
                count(1_000 * minutes / feishu / Capacity.PEAK)));
        rows.add(List.of(
                chinese ? "企业微信:账号上限 × 200 人次/天" : "WeCom: accounts × 200 messages a day", chinese ? "不会到达" : "never"));
        new Table(page, "limits")
                .says(chinese ? List.of("限制", "到达时的人数") : List.of("Limit", "People when it is met"), rows);
    }

    @Test
    void every_kind_of_the_year_is_on_the_page() {
        assertThat(capacity.all("items"))
                .isEqualTo(capacity.kinds().stream()
                        .mapToDouble(kind -> capacity.year("items " + kind))
                        .sum());
    }

    private static void row(List<List<String>> rows, String what, ToDoubleFunction<Integer> figure) {
        List<String> row = new ArrayList<>(List.of(what));
        for (int people : Capacity.COMPANIES) row.add(count(figure.applyAsDouble(people)));
        rows.add(row);
    }

    private static String count(double figure) {
        if (figure < 10 && figure != Math.rint(figure)) return String.format(Locale.ROOT, "%.2f", figure);
        return String.format(Locale.ROOT, "%,d", Math.round(figure));
    }

    private static String name(String kind, boolean chinese) {
        return switch (kind) {
            case "XQ" -> chinese ? "需求单" : "requests";
            case "ZY" -> chinese ? "争议" : "disputes";
            case "XM" -> chinese ? "项目" : "projects";
            case "PS" -> chinese ? "联合评审" : "gates";
            case "HY" -> chinese ? "会议" : "meetings";
            case "XD" -> chinese ? "行动项" : "action items";
            case "GG" -> chinese ? "公告" : "notices";
            default -> chinese ? "文件" : "documents";
        };
    }
}
