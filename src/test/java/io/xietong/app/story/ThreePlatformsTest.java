package io.xietong.app.story;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request between three platforms: the asker is in Feishu, the contact in WeCom, the head in DingTalk. */
class ThreePlatformsTest {

    private static final Map<String, String> WHERE =
            Map.of("market", "feishu", "zhou.jie", "wecom", "zhao.min", "dingtalk", "qian.duo", "dingtalk");

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "stream"})
    void a_request_goes_from_platform_to_platform_until_it_is_rated(String mode, @TempDir Path folder) {
        Files.copy(folder, "organisation.yml", text -> Files.eachOnOne(text, WHERE));
        try (Office office = Office.onSeveral(
                folder, "2026-11-24T09:00:00", "feishu-" + mode, "wecom-" + mode, "dingtalk-" + mode)) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            Employee zhao = office.employee("zhao.min");

            li.says_in_the_group("求助 设计部 展会海报 周五");
            Seen group = office.group().sees("XQ-1 展会海报").on("feishu").with("待响应");
            Seen card = zhou.sees("市场部 李雷 向你求助").on("wecom").offering("受理", "需补充", "转派", "婉拒");
            office.nothing_else_was_said();

            office.passes("PT24H");
            zhou.sees("时间已过 50%");
            zhou.sees("时间已过 75%");
            office.employee("qian.duo").sees("周洁 还没有答复");
            li.sees("设计部 可能无法按时答复");
            zhou.sees("答复已超时");
            li.sees("部门负责人已收到");
            Seen heads = zhao.sees("周洁 未在时限内答复").on("dingtalk").offering("受理", "需补充", "转派", "婉拒", "升级");
            office.nothing_else_was_said();

            zhou.presses("受理", Map.of("date", "2026-11-27"));
            Seen own = li.sees("周洁 已受理,承诺 11月27日(周五) 完成");
            group.now_reads("办理中");
            heads.now_reads("办理中");
            office.nothing_else_was_said();

            zhou.presses("完成", Map.of("text", "文件已发"));
            li.sees("周洁 已完成,请验收。文件已发").offering("验收", "重开");
            own.now_reads("待验收");
            li.presses("验收", Map.of("rating", "5"));
            zhou.sees("李雷 已验收,评分 5 星");
            group.now_reads("完成", "★★★★★");
            office.nothing_else_was_said();
        }
    }
}
