package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sending, against the emulator. */
class DingtalkPlatformTest {

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

    @Test
    void a_card_sent_twice_with_one_key_stands_once_and_can_be_changed() {
        Receipt first = world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        Receipt again = world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        assertThat(first).isEqualTo(new Sent("m1")).isEqualTo(again);
        assertThat(single()).hasSize(1);
        Receipt changed = world.platform.update("m1", World.card("u1", World.LI_LEI, World.request("两张海报")));
        assertThat(changed).isEqualTo(new Sent("m1"));
        assertThat(single().get(0).payload().path("markdown").asText()).contains("两张海报");
        assertThat(single().get(0).payload().path("tips").asText()).isEmpty();
    }

    @Test
    void a_card_that_is_gone_is_to_be_sent_anew() {
        NotSent gone = (NotSent) world.platform.update("m9", World.card("u", World.LI_LEI, World.request("海报")));
        assertThat(gone.kind()).isEqualTo(Kind.CARD_EXPIRED);
    }

    @Test
    void texts_go_to_groups_and_people_without_a_live_mention() {
        assertThat(world.platform.send(World.text("m1", World.LAUNCH, "@所有人 好")))
                .isInstanceOf(Sent.class);
        assertThat(world.platform.send(World.text("m2", World.LI_LEI, "好"))).isInstanceOf(Sent.class);
        assertThat(world.emulator
                        .chats()
                        .in("cidlaunch==")
                        .get(0)
                        .payload()
                        .path("content")
                        .asText())
                .isEqualTo("＠所有人 好");
        assertThat(single()).hasSize(1);
        world.platform.send(World.text("m3", World.LI_LEI, "长".repeat(9_000)));
        assertThat(single()).hasSize(4);
    }

    @Test
    void a_stranger_or_a_group_that_is_gone_inside_a_200_is_noticed() {
        Chat stranger = new Chat("dingtalk", "u-nobody", Chat.Kind.SINGLE, "");
        Chat gone = new Chat("dingtalk", "cidgone==", Chat.Kind.GROUP, "");
        for (Delivery delivery : List.of(
                World.card("a", stranger, World.request("x")),
                World.text("b", stranger, "x"),
                World.card("c", gone, World.request("x")),
                World.text("d", gone, "x"))) {
            assertThat(((NotSent) world.platform.send(delivery)).kind())
                    .as(delivery.key())
                    .isEqualTo(Kind.NEVER);
        }
    }

    @Test
    void where_cards_are_refused_a_message_says_the_same_and_its_links_say_the_commands() {
        world.emulator
                .faults()
                .arm(
                        CREATE,
                        FaultSwitches.Fault.answer(400, "{\"code\":\"param.templateUnpublished\",\"requestid\":\"r\"}"),
                        1);
        Receipt receipt = world.platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        String text = single().get(0).payload().path("text").asText();
        assertThat(text)
                .contains("XQ-1 新品海报", "[受理](dtmd://dingtalkclient/sendMessage?content=%E5%8F%97%E7%90%86%20XQ-1)");
        assertThat(((NotSent) world.platform.update(
                                ((Sent) receipt).messageId(), World.card("u", World.LI_LEI, World.request("x"))))
                        .kind())
                .isEqualTo(Kind.CARD_EXPIRED);
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
    void an_urgent_card_reminds_and_stands_also_when_reminding_is_not_allowed() {
        world.emulator
                .faults()
                .arm(
                        "/v1.0/robot/ding/send",
                        FaultSwitches.Fault.answer(400, "{\"code\":\"ding.serverquota.insufficient\"}"),
                        1);
        Delivery urgent = new Delivery("m1", World.LI_LEI, new DrawnCard(World.request("海报")), true);
        assertThat(world.platform.send(urgent)).isEqualTo(new Sent("m1"));
        Delivery next = new Delivery("m2", World.LI_LEI, new DrawnCard(World.request("海报")), true);
        world.platform.send(next);
        assertThat(world.emulator.ledger().of("POST /v1.0/robot/ding/send")).hasSize(1);
    }

    @Test
    void groups_are_made_joined_left_and_renamed_or_it_is_said_why_not() {
        Sent made = (Sent) world.dingtalk.groups().create("k", "新品上市", "u-zhangwei", List.of("u-lilei"));
        world.dingtalk.groups().add(made.messageId(), List.of("u-zhoujie"));
        world.dingtalk.groups().remove(made.messageId(), List.of("u-lilei"));
        world.dingtalk.groups().rename(made.messageId(), "新品上市二期");
        EmulatedChats.Chat group = world.emulator.chats().find(made.messageId()).orElseThrow();
        assertThat(group.members()).containsExactlyInAnyOrder("u-zhangwei", "u-zhoujie");
        assertThat(group.name()).isEqualTo("新品上市二期");
        NotSent without = (NotSent) world.dingtalk(world.settings("", world.app.clientSecret()))
                .groups()
                .create("k", "x", "u-lilei", List.of());
        assertThat(without.kind()).isEqualTo(Kind.NEEDS_ADMIN);
    }

    @Test
    void the_directory_is_read_whole() {
        DirectorySource.Listing listing = world.dingtalk.directory().read();
        assertThat(listing.departments())
                .extracting(DirectorySource.Unit::name, DirectorySource.Unit::heads)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("市场部", List.of("u-zhangwei")),
                        org.assertj.core.groups.Tuple.tuple("设计部", List.of("u-zhaomin")));
        assertThat(listing.members())
                .extracting(DirectorySource.Member::account)
                .contains("u-lilei", "u-zhoujie");
    }

    @Test
    void the_self_check_names_what_is_missing() {
        assertThat(world.dingtalk.check()).extracting(Message::key).containsExactly("dingtalk.check.clock");
        world.clock.passes(Duration.between(world.clock.instant(), Instant.now()));
        assertThat(world.dingtalk.check()).isEmpty();
        world.emulator
                .faults()
                .arm("/topapi/v2/department/listsub", FaultSwitches.Fault.answer(200, "{\"errcode\":60011}"), 1);
        world.emulator
                .faults()
                .arm(
                        "/v1.0/card/instances",
                        FaultSwitches.Fault.answer(
                                403, "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\"}"),
                        1);
        assertThat(world.dingtalk.check())
                .extracting(Message::key)
                .containsExactly("dingtalk.check.contacts", "dingtalk.check.cards");
        assertThat(world.dingtalk(world.settings("t", "wrong")).check())
                .extracting(Message::key)
                .containsExactly("dingtalk.check.credentials");
    }
}
