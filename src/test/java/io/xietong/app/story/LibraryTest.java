package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.JdbiFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 文件: put on a shelf with an address, found by who may see it, given new versions, and looked at again before it goes stale. */
class LibraryTest {

    private static final String HASH = JdbiFiles.hash("编号,价格".getBytes(StandardCharsets.UTF_8));

    private static final Map<String, String> PRICES = Map.of(
            "name",
            "新品定价表",
            "link",
            "https://docs.example/price",
            "shelf",
            "SHARED_DATA",
            "audience",
            "市场部、赵敏",
            "review",
            "2026-12-01");

    @Test
    void a_document_is_shelved_found_renewed_and_reviewed() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhao = office.employee("zhao.min");
            li.says("文件 新品定价表 https://docs.example/price")
                    .sees("新文件")
                    .in_form("名称", "地址", "放在哪个架上", "谁能看", "复核日(空着按公司规定)");
            assertThat(li.presses("上架", PRICES)).contains("放到共享数据:新品定价表");
            li.sees("WJ-1 新品定价表")
                    .with("有效 · 共享数据", "地址:https://docs.example/price", "谁能看:市场部、赵敏", "复核日:12月1日(周二)")
                    .offering("仍然有效", "更新", "移交", "下架");
            zhao.says("查 定价").sees("查找「定价」").with("WJ-1 · 新品定价表 · 有效");
            zhao.says("WJ-1").sees("WJ-1 新品定价表").offering();
            office.employee("he.tao").says("查 定价").sees("没有找到含有「定价」的内容");
            office.employee("he.tao").says("WJ-1").sees("WJ-1 只有写明能看的人、负责人和秘书能看到");
            zhao.says("更新 WJ-1 https://docs.example/x").sees("只有负责人 李雷、其部门负责人和秘书能这样做");
            zhao.says("关注 WJ-1").sees("WJ-1");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-24T09:05:00");
            li.says("更新 WJ-1 https://docs.example/price-2 第三页改了").sees("更新为第 2 版");
            zhao.says("WJ-1")
                    .sees("WJ-1")
                    .with("第 2 版,李雷", "第三页改了", "第 1 版 11月24日(周二) 09:00 https://docs.example/price");
            li.says("复核 WJ-1 12月2日").sees("复核过,下次 12月2日(周三)");
            office.it_becomes("2026-11-25T09:30:00");
            zhao.sees("李雷 把它更新到第 2 版");
            li.sees("这份文件该复核了,请在 12月2日(周三) 18:00 前看一眼").offering("仍然有效", "更新", "移交", "下架");
            office.nothing_else_was_said();
            li.says("移交 WJ-1 韩梅").sees("移交给 韩梅");
            office.employee("han.mei").sees("李雷 把这份文件移交给你,以后由你复核");
            office.it_becomes("2026-12-02T18:00:00");
            office.employee("han.mei").sees("这份文件的复核日已过");
            assertThat(office.employee("han.mei").presses("仍然有效")).contains("复核过,下次");
            office.it_becomes("2026-12-03T09:30:00");
            office.nothing_else_was_said();
            office.employee("han.mei").says("下架 WJ-1").sees("下架后它不再列为有效文件").offering("下架");
            assertThat(office.employee("han.mei").presses("下架")).contains("下架");
            office.employee("han.mei").says("复核 WJ-1").sees("WJ-1 现在是「已下架」");
            office.it_becomes("2026-12-04T09:30:00");
            zhao.sees("韩梅 把它下架了");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_file_is_sent_from_a_page_and_handed_out_to_who_may_see_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Seen page = li.says("文件 新品定价表").sees("「上传文件」请在网页里完成。链接只给你用,3天内有效");
            assertThat(office.uploads("li.lei", page, "shelve", PRICES, "定价.csv", "编号,价格"))
                    .contains("放到共享数据:新品定价表");
            li.sees("WJ-1 新品定价表")
                    .with("有效 · 共享数据", "文件:定价.csv · 1 KB", "SHA-256:" + HASH)
                    .offering("下载", "仍然有效", "更新", "移交", "下架");
            Employee zhao = office.employee("zhao.min");
            zhao.says("WJ-1").sees("WJ-1 新品定价表").offering("下载");
            assertThat(zhao.presses("下载")).contains("定价.csv 的下载链接已发到你和机器人的聊天里");
            zhao.sees("WJ-1 第 1 版「定价.csv · 1 KB」已备好,1小时内有效,只能下载一次").with("/file/", HASH);
            zhao.says("查 定价.csv").sees("查找「定价.csv」").with("WJ-1");
            zhao.says("上传 WJ-1").sees("只有负责人 李雷、其部门负责人和秘书能这样做");
            zhao.says("下载 WJ-1 第 7 版").sees("WJ-1 没有第 7 版,最新是第 1 版");
            office.employee("he.tao").says("下载 WJ-1").sees("WJ-1 只有写明能看的人、负责人和秘书能看到");
            office.nothing_else_was_said();

            Seen second = li.says("更新 WJ-1").sees("「WJ-1 新品定价表」请在网页里完成");
            assertThat(office.uploads("li.lei", second, "renew", Map.of("text", "改了价"), "定价 2.csv", "编号,新价"))
                    .contains("更新为第 2 版 改了价");
            assertThat(office.uploads("li.lei", second, "renew", Map.of("text", "又改"), "定价 3.csv", "编号,价"))
                    .contains("更新为第 2 版 改了价");
            li.says("更新 WJ-1 https://docs.example/price").sees("更新为第 3 版");
            li.says("下载 WJ-1").sees("WJ-1 的第 3 版不是上传的文件,在这里:https://docs.example/price");
            li.says("下载 WJ-1 第 2 版").sees("WJ-1 第 2 版「定价 2.csv · 1 KB」已备好");
            li.says("轨迹 WJ-1").sees("WJ-1 的轨迹").with("第 1 版是上传的文件 定价.csv · 1 KB,SHA-256 " + HASH);
            li.says_in_the_group("上传 会议室清单").sees("「上传文件」请在网页里完成");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_file_that_somebody_else_sent_is_nobodys() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Seen page = li.says("上传 名单").sees("「上传文件」请在网页里完成");
            Map<String, String> form = Map.of("name", "名单", "shelf", "PROJECT", "audience", "全公司", "file", "anything");
            assertThat(li.forges("文件", 0, form)).contains("没有找到刚上传的文件,请再上传一次");
            assertThat(office.uploads("li.lei", page, "shelve", Map.of("name", "", "audience", "全公司"), "名单.txt", "甲"))
                    .contains("请写上文件的名称");
            assertThat(office.uploads("li.lei", page, "shelve", Map.of("name", "名单", "audience", ""), "名单.txt", "甲"))
                    .contains("请写明谁能看");
            assertThat(office.uploads("li.lei", page, "shelve", Map.of("name", "名单", "audience", "全公司"), "名单.txt", "甲"))
                    .contains("放到项目资料:名单");
            li.sees("WJ-1 名单");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_is_no_address_or_no_business_of_theirs_is_refused_with_what_to_do() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("文件").sees("新文件");
            for (String link :
                    new String[] {"javascript:alert(1)", "file:///etc/passwd", "docs.example", "https://a:b@c.example/"
                    })
                assertThat(li.presses("上架", Map.of("name", "表", "link", link, "shelf", "PROJECT", "audience", "全公司")))
                        .as(link)
                        .contains("以 https:// 或 http:// 开头");
            assertThat(li.presses(
                            "上架",
                            Map.of("name", "考勤制度", "link", "https://x.example", "shelf", "POLICY", "audience", "全公司")))
                    .contains("制度由负责人、副手、秘书或委员会上架");
            assertThat(li.presses(
                            "上架",
                            Map.of("name", "表", "link", "https://x.example", "shelf", "PROJECT", "audience", "火星部")))
                    .contains("没有找到「火星部」");
            assertThat(li.presses(
                            "上架",
                            Map.of(
                                    "name",
                                    "表",
                                    "link",
                                    "https://x.example",
                                    "shelf",
                                    "PROJECT",
                                    "audience",
                                    "全公司",
                                    "review",
                                    "2026-11-24")))
                    .contains("11月24日(周二) 不在以后");
            assertThat(li.presses(
                            "上架",
                            Map.of("name", "表", "link", "https://x.example", "shelf", "PROJECT", "audience", "全公司")))
                    .contains("放到项目资料:表");
            li.sees("WJ-1 表");
            office.employee("guo.jing").says("文件").sees("最近的文件").with("WJ-1 · 表 · 有效");
            office.employee("guo.jing").sees("新文件");
            office.nothing_else_was_said();
        }
    }
}
