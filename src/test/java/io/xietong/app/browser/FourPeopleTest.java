package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A dispute with four people, each with a phone of their own. */
class FourPeopleTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final RunningSandbox sandbox = RunningSandbox.at("2026-11-24T09:00:00+08:00");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_dispute_climbs_by_itself_and_a_member_votes_with_one_press() {
        try (Visitor li = CHROMIUM.visitor(Look.PHONE).opens(sandbox);
                Visitor he = CHROMIUM.visitor(Look.PHONE).opens(sandbox);
                Visitor sun = CHROMIUM.visitor(Look.PHONE).opens(sandbox);
                Visitor zhao = CHROMIUM.visitor(Look.PHONE).opens(sandbox)) {
            li.says("li.lei", "single:li.lei", "争议");
            Locator form = li.phone("li.lei").locator(".card").last();
            form.locator("[name=to]").selectOption("production");
            form.locator("[name=text]").fill("样机三次推迟");
            form.locator("[data-button=send]").click();
            Locator raised = dispute(li.phone("li.lei"));
            assertThat(raised).containsText("(还没有陈述立场)");

            Locator answered = dispute(he.speaksAs("he.tao"));
            answered.locator("[name=text]").fill("物料未到");
            answered.locator("[data-button=position]").click();
            assertThat(raised).containsText("生产部 陈述了立场:物料未到");

            sandbox.moves("2026-12-01T09:00:00+08:00");
            Locator docket = dispute(sun.speaksAs("sun.mi"));
            docket.locator("[name=kind]").selectOption("SCHEDULE");
            docket.locator("[data-button=receive]").click();
            assertThat(raised).containsText("委员会已受案");
            assertThat(dispute(he.phone("he.tao"))).containsText("回避或缺席张伟、郑强");

            Locator ballot = dispute(zhao.speaksAs("zhao.min"));
            ballot.locator("[data-button=first]").click();
            assertThat(zhao.phone("zhao.min").locator(".toast")).containsText("赵敏 投票:支持市场部");
            for (Locator card : new Locator[] {ballot, raised, dispute(he.phone("he.tao")), docket})
                assertThat(card).containsText("甲方 1 · 乙方 0 · 弃权 0 · 未投 4");
            zhao.sees_a_sound_page("dispute of four");
        }
    }

    private static Locator dispute(Locator phone) {
        return phone.locator(".card[data-item=ZY-1]").last();
    }
}
