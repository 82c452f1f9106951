package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A dispute, and a project up to its gate, with four people, each with a phone of their own. */
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
        return item(phone, "ZY-1");
    }

    private static Locator item(Locator phone, String number) {
        return phone.locator(".card[data-item=" + number + "]").last();
    }

    @Test
    void a_charter_is_signed_by_two_departments_and_its_gate_opens_the_next_stage() {
        try (Visitor li = CHROMIUM.visitor(Look.PHONE).opens(sandbox);
                Visitor zhang = CHROMIUM.visitor(Look.PHONE).opens(sandbox);
                Visitor zhao = CHROMIUM.visitor(Look.PHONE).opens(sandbox);
                Visitor han = CHROMIUM.visitor(Look.PHONE).opens(sandbox)) {
            li.says("li.lei", "single:li.lei", "立项 新品上市");
            Locator form = li.phone("li.lei").locator(".card").last();
            form.locator("[name=lead]").fill("韩梅");
            form.locator("[name=milestones]").fill("设计 12月15日 设计部+市场部 设计稿 关键节点\n首发 2027-01-20 市场部 首发方案");
            form.locator("[name=kind]").selectOption("PRODUCT");
            form.locator("[data-button=send]").click();
            Locator charter = item(li.phone("li.lei"), "XM-1");
            assertThat(charter).containsText("新品上市");

            item(zhang.speaksAs("zhang.wei"), "XM-1")
                    .locator("[data-button=sign]")
                    .click();
            assertThat(charter).containsText("市场部");
            item(zhao.speaksAs("zhao.min"), "XM-1")
                    .locator("[data-button=sign]")
                    .click();
            Locator led = item(han.speaksAs("han.mei"), "XM-1");
            led.locator("[name=text]").fill("全程负责");
            led.locator("[data-button=duty]").click();
            assertThat(charter).containsText("进行中 · 里程碑 0/2");

            led = item(han.phone("han.mei"), "XM-1");
            led.locator("[name=text]").fill("设计稿已出");
            led.locator("[data-button=reach]").click();
            assertThat(charter).containsText("里程碑 1/2");
            assertThat(charter).containsText("🔒 2 首发");
            item(han.phone("han.mei"), "XM-1").locator("[data-button=review]").click();
            zhang.says("zhang.wei", "single:zhang.wei", "PS-1");
            Locator review = item(zhang.phone("zhang.wei"), "PS-1");
            assertThat(review).containsText("0/2 个部门已答复");
            review.locator("[data-button=pass]").click();
            zhao.says("zhao.min", "single:zhao.min", "PS-1");
            Locator last = item(zhao.phone("zhao.min"), "PS-1");
            assertThat(last).containsText("1/2 个部门已答复,还差 设计部");
            zhao.sees_a_sound_page("gate of four");
            last.locator("[data-button=pass]").click();
            for (Locator card : new Locator[] {last, review}) assertThat(card).containsText("已通过 · 下一阶段已开启");
            assertThat(charter).containsText("关键节点,已放行(PS-1)");
            han.sees_a_sound_page("project of four");
        }
    }
}
