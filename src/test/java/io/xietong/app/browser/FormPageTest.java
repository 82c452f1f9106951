package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.xietong.app.web.FormRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A one-time form on a phone, as a chat client opens it. */
class FormPageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final FormRoom room = new FormRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_form_is_refused_corrected_confirmed_and_done_on_a_phone() {
        try (Visitor visitor = CHROMIUM.visitor(Look.PHONE)) {
            String link = room.address() + room.link();
            visitor.page.navigate(link);
            visitor.sees_a_sound_page("form");
            visitor.page.getByLabel("完成时间").fill("2020-01-01");
            visitor.page.getByLabel("说明").fill("周末赶工");
            visitor.find("[value=accept]").click();
            assertThat(visitor.find("[role=alert]")).containsText("还没有生效");
            assertThat(visitor.page.getByLabel("说明")).hasValue("周末赶工");
            visitor.sees_a_sound_page("form refused");
            visitor.find("[value=decline]").click();
            assertThat(visitor.find("[role=alert]")).containsText("婉拒后");
            visitor.sees_a_sound_page("form question");
            visitor.find("[value='']").click();
            assertThat(visitor.page.getByLabel("说明")).hasValue("周末赶工");
            visitor.page.getByLabel("完成时间").fill("2026-11-26");
            visitor.find("[value=accept]").click();
            assertThat(visitor.find("[role=status]")).containsText("已提交");
            visitor.sees_a_sound_page("form done");
            visitor.page.navigate(link);
            assertThat(visitor.find("[role=status]")).containsText("这张表单已经提交过");
            assertThat(visitor.find("button")).hasCount(0);
        }
    }
}
