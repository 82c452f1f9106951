package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.JdbiFiles;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 导出: what one may see comes as a file behind a link in one's own chat. */
class ExportTest {

    private static final Pattern LINK = Pattern.compile("/file/([\\w-]+)");

    @Test
    void everybody_gets_what_they_may_see_and_nothing_else() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 =新品海报 周五").sees("XQ-1");
            office.employee("zhou.jie").sees("李雷");
            office.employee("zheng.qiang").says("行动项 何涛 补齐样机 周五").sees("XD-1");
            office.employee("he.tao").sees("郑强");

            Seen list = office.employee("li.lei").says("导出 csv").sees("协同清单 2026-11-24.csv 已备好,共 1 件");
            String csv = new String(file(office, list), StandardCharsets.UTF_8);
            assertThat(csv)
                    .startsWith("\uFEFF编号,类别,标题,状态,截止,参与人,内容\r\n")
                    .contains("XQ-1,需求单,'=新品海报,待响应,11月25日(周三) 09:00,", "周洁")
                    .doesNotContain("样机");
            Seen all = office.employee("sun.mi").says("导出").sees("协同清单 2026-11-24.xlsx 已备好");
            assertThat(file(office, all)).startsWith('P', 'K');
            office.employee("guo.jing").says("导出").sees("没有可以导出的内容");
            office.employee("he.tao").says("导出 行动项 csv").sees("共 1 件");
            office.employee("he.tao").says_in_the_group("导出 我的 csv").sees("共 1 件");
            office.nothing_else_was_said();
        }
    }

    private static byte[] file(Office office, Seen message) {
        Matcher link = LINK.matcher(message.text());
        assertThat(link.find()).isTrue();
        return office.database.read(books -> {
            JdbiFiles.Link found =
                    books.files().find(OneTimeToken.hash(link.group(1))).orElseThrow();
            return books.files().content(found.file());
        });
    }
}
