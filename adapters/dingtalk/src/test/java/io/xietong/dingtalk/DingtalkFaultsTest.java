package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.text.Message;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with calls, and what the courier is told. */
class DingtalkFaultsTest {

    private static final String CREATE = "/v1.0/card/instances/createAndDeliver";
    private static final String GROUP = "/v1.0/robot/groupMessages/send";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private List<EmulatedChats.Message> single() {
        return world.emulator.chats().in(DingtalkEmulator.single("u-lilei"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|{\"code\":\"Forbidden.AccessDenied.QpsLimitForAppkeyAndApi\"}|TRY_AGAIN|PT1S",
                "403|{\"code\":\"Forbidden.AccessDenied.QpsLimitForApi\"}|TRY_AGAIN|PT4S",
                "403|{\"code\":\"Forbidden.AccessDenied.QpmLimitForAppkeyAndApi\"}|TRY_AGAIN|PT1M",
                "403|{\"code\":\"Forbidden.AccessDenied.ApiCountLimitForOrg\"}|NEEDS_ADMIN|",
                "403|{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\"}|NEEDS_ADMIN|",
                "500|{\"code\":\"system.busy\"}|TRY_AGAIN|PT1S",
                "504|{}|TRY_AGAIN|",
                "502|<html>bad gateway</html>|TRY_AGAIN|",
                "200|{\"status\":1111,\"wait\":5,\"source\":\"x5\",\"punish\":\"deny\"}|TRY_AGAIN|PT5M",
                "400|{\"code\":\"send.too.fast\"}|TRY_AGAIN|PT1S",
                "400|{\"code\":\"group.disbanded\"}|NEVER|",
                "400|{\"code\":\"bot.stopped\"}|NEVER|",
                "400|{\"code\":\"msgParam.tooLong\"}|NEVER|",
                "400|{\"code\":\"contain.unsafe.url\"}|NEVER|",
                "200|{\"errcode\":90018,\"errmsg\":\"fast\"}|TRY_AGAIN|PT1S",
                "200|{\"errcode\":90020,\"errmsg\":\"quota\"}|NEEDS_ADMIN|",
                "200|{\"errcode\":88,\"sub_code\":\"60011\",\"sub_msg\":\"no\"}|NEEDS_ADMIN|"
            })
    void every_fault_is_told_apart(int status, String body, Kind kind, String wait) {
        world.emulator.faults().arm(GROUP, FaultSwitches.Fault.answer(status, body), 9);
        NotSent fault = (NotSent) world.platform.send(World.text("m1", World.LAUNCH, "好"));
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.retryAfter().map(Duration::toString).orElse(null)).isEqualTo(wait);
        assertThat(fault.reason()).doesNotContain(world.app.clientSecret());
        world.emulator.faults().clear();
        assertThat(world.platform.send(World.text("m1", World.LAUNCH, "好"))).isInstanceOf(Sent.class);
    }

    @ParameterizedTest
    @CsvSource({"DROP_BEFORE", "DROP_AFTER", "TRUNCATED", "DRIP"})
    void an_exchange_that_breaks_is_tried_again_and_the_card_stands_once(FaultSwitches.Kind broken) {
        world.platform.send(World.text("warm", World.LI_LEI, "好"));
        world.emulator.faults().arm(CREATE, FaultSwitches.Fault.of(broken), 1);
        NotSent fault = (NotSent) world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        assertThat(fault.kind()).isEqualTo(Kind.TRY_AGAIN);
        assertThat(world.platform.send(World.card("m1", World.LI_LEI, World.request("海报"))))
                .isEqualTo(new Sent("m1"));
        assertThat(single()).hasSize(2);
    }

    @Test
    void a_token_that_is_refused_is_replaced_once_by_all_threads() throws Exception {
        world.platform.send(World.text("m0", World.LI_LEI, "好"));
        world.emulator.revokeTokens();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Receipt>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String key = "m" + (i + 1);
                all.add(() -> world.platform.send(World.text(key, World.LI_LEI, "好")));
            }
            for (var done : threads.invokeAll(all)) assertThat(done.get()).isInstanceOf(Sent.class);
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.emulator.tokensGiven()).isEqualTo(2);
        assertThat(single()).hasSize(9);
    }

    @Test
    void a_wrong_secret_needs_an_administrator_and_is_not_told() {
        DingtalkPlatform wrong =
                world.dingtalk(world.settings("", "not the secret")).platform(true);
        NotSent fault = (NotSent) wrong.send(World.text("m1", World.LI_LEI, "好"));
        assertThat(fault.kind()).isEqualTo(Kind.NEEDS_ADMIN);
        assertThat(fault.reason()).contains("invalidClientIdOrSecret").doesNotContain("not the secret");
    }

    @Test
    void a_card_that_was_made_but_reached_nobody_is_delivered_the_next_time() {
        world.emulator.failDelivery("send.too.fast");
        NotSent later = (NotSent) world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        assertThat(later.kind()).isEqualTo(Kind.TRY_AGAIN);
        assertThat(single()).isEmpty();

        assertThat(world.platform.send(World.card("m1", World.LI_LEI, World.request("海报"))))
                .isEqualTo(new Sent("m1"));
        assertThat(single()).hasSize(1);
        assertThat(world.emulator.ledger().of("POST " + CREATE)).hasSize(1);
    }

    @Test
    void a_message_held_back_inside_a_200_is_tried_again() {
        world.emulator.holdBack("u-lilei");
        NotSent later = (NotSent) world.platform.send(World.text("m1", World.LI_LEI, "好"));
        assertThat(later.kind()).isEqualTo(Kind.TRY_AGAIN);
        assertThat(later.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(world.platform.send(World.text("m1", World.LI_LEI, "好"))).isInstanceOf(Sent.class);
    }

    @Test
    void the_limits_of_the_edition_are_told_apart() {
        world.emulator.limitSpeed(true);
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 21; i++) receipts.add(world.platform.send(World.text("m" + i, World.LAUNCH, "好")));
        assertThat(receipts).filteredOn(Sent.class::isInstance).hasSize(20);
        assertThat(((NotSent) receipts.get(20)).kind()).isEqualTo(Kind.TRY_AGAIN);
        world.clock.passes(Duration.ofSeconds(1));
        assertThat(world.platform.send(World.text("m20", World.LAUNCH, "好"))).isInstanceOf(Sent.class);

        world.emulator.callsLeft(0);
        assertThat(((NotSent) world.platform.send(World.text("m21", World.LAUNCH, "好"))).kind())
                .isEqualTo(Kind.NEEDS_ADMIN);
        assertThat(world.dingtalk.check(true, true)).extracting(Message::key).contains("dingtalk.check.quota");
    }
}
