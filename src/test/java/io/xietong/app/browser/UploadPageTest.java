package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file is sent from a phone into the library, is refused first, and comes back as a download. */
class UploadPageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_is_refused_corrected_sent_shown_and_downloaded() throws IOException {
        try (RunningSandbox sandbox = RunningSandbox.at("2026-11-24T09:00:00+08:00");
                Visitor visitor = CHROMIUM.visitor(Look.PHONE)) {
            sandbox.says("li.lei", "文件 新品定价表");
            String link = sandbox.address() + sandbox.link("li.lei", "form");
            visitor.page.navigate(link);
            visitor.sees_a_sound_page("upload");
            assertThat(visitor.page.getByLabel("名称")).hasValue("新品定价表");
            visitor.find("[value=shelve]").click();
            assertThat(visitor.find("[role=alert]")).containsText("请选择一个文件");
            visitor.page.getByLabel("文件").setInputFiles(file("定价.pdf", "不是 PDF"));
            visitor.find("[value=shelve]").click();
            assertThat(visitor.find("[role=alert]")).containsText("「定价.pdf」的内容不是 pdf 文件");
            visitor.sees_a_sound_page("upload refused");
            visitor.page.getByLabel("文件").setInputFiles(file("定价.csv", "编号,价格"));
            visitor.page.getByLabel("谁能看").fill("市场部");
            visitor.find("[value=shelve]").click();
            assertThat(visitor.find("[role=status]")).containsText("放到项目资料:新品定价表");
            visitor.sees_a_sound_page("upload done");
            visitor.page.navigate(link);
            assertThat(visitor.find("[role=status]")).containsText("这张表单已经提交过");
            assertThat(visitor.find("input")).hasCount(0);

            sandbox.says("han.mei", "下载 WJ-1");
            visitor.page.navigate(sandbox.address() + sandbox.link("han.mei", "file"));
            visitor.sees_a_sound_page("upload fetched");
            Download download =
                    visitor.page.waitForDownload(() -> visitor.find("button").click());
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("定价.csv");
            Assertions.assertThat(Files.readString(download.path())).isEqualTo("编号,价格");
        }
    }
}
