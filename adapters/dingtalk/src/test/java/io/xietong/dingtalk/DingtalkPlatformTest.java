package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.HandClock;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        EmulatedChats.Message message = single().get(0);
        assertThat(message.kind()).isEqualTo("sampleActionCard2");
        assertThat(message.payload().path("text").asText()).contains("XQ-1 新品海报", "海报");
        assertThat(message.payload().path("actionTitle1").asText()).isEqualTo("受理");
        assertThat(message.payload().path("actionURL1").asText())
                .isEqualTo("dtmd://dingtalkclient/sendMessage?content=%E5%8F%97%E7%90%86%20XQ-1");
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
        assertThat(world.dingtalk.check(true)).isEmpty();
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
        assertThat(world.dingtalk.check(true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.contacts", "dingtalk.check.cards");
        assertThat(world.dingtalk(world.settings("t", "wrong")).check(true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "0,sampleMarkdown",
        "1,sampleActionCard",
        "2,sampleActionCard2",
        "5,sampleActionCard5",
        "6,sampleMarkdown"
    })
    void whatever_the_number_of_buttons_a_message_can_take_the_cards_place(int count, String kind) {
        String refused = "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\"}";
        world.emulator.faults().arm(CREATE, FaultSwitches.Fault.answer(403, refused), 1);
        List<Button> buttons = new ArrayList<>();
        for (int i = 1; i <= count; i++) buttons.add(Button.plain("b" + i, "动作" + i, "评论 XQ-" + i));
        Card card = Card.titled("XQ-1", Tone.INFO).line("行").buttons(buttons).build();

        assertThat(world.platform.send(World.card("m1", World.LAUNCH, card))).isInstanceOf(Sent.class);
        EmulatedChats.Message message = world.emulator.chats().in("cidlaunch==").get(0);
        assertThat(message.kind()).isEqualTo(kind);
        for (int i = 1; i <= count; i++)
            assertThat(message.payload().toString()).contains("动作" + i, "XQ-" + i);
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
    void what_was_said_to_one_reader_goes_away_with_the_next_change() {
        World http = world.withDoors();
        DingtalkPlatform platform = http.dingtalk.platform(false);
        http.desk = inbound -> Receiver.Answer.toast("已由周洁受理");
        platform.send(World.card("m1", World.LAUNCH, World.request("海报")));
        assertThat(http.press("u-lilei", "m1", 0)).contains("已由周洁受理");
        assertThat(http.emulator.tip("m1", "u-lilei")).isNotEmpty();

        platform.update("m1", World.card("u1", World.LAUNCH, World.request("两张海报")));
        assertThat(http.emulator.tip("m1", "u-lilei")).isEmpty();
    }

    @Test
    void in_http_mode_messages_and_clicks_come_to_the_doors() {
        World http = world.withDoors();
        DingtalkPlatform platform = http.dingtalk.platform(false);
        http.desk = inbound -> inbound.said() instanceof Inbound.Press
                ? new Receiver.Answer(Optional.of("已受理"), Optional.of(World.request("改过")))
                : Receiver.Answer.NONE;
        http.emulator.say("u-lilei", "cidlaunch==", "@协同 待办");
        assertThat(http.heard.get(0).said()).isEqualTo(new Inbound.Text("待办"));

        platform.send(World.card("m1", World.LAUNCH, World.request("海报")));
        assertThat(http.press("u-zhoujie", "m1", 0)).contains("已受理");
        assertThat(http.heard.get(1).chat()).isEqualTo(new Chat("dingtalk", "cidlaunch==", Chat.Kind.GROUP, ""));
        assertThat(http.heard.get(1).account()).isEqualTo("u-zhoujie");
        assertThat(http.emulator.chats().message("m1").orElseThrow().payload().toString())
                .contains("改过");
    }

    @Test
    void an_address_for_clicks_that_is_not_taken_is_said() {
        assertThat(world.dingtalk.registerCallbacks(URI.create("ftp://nowhere/card")))
                .hasValueSatisfying(finding -> assertThat(finding.key()).isEqualTo("dingtalk.check.callbacks"));
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
        assertThat(world.dingtalk.check(true)).extracting(Message::key).contains("dingtalk.check.quota");
    }

    @Test
    void an_edition_without_dings_takes_the_message_all_the_same() {
        world.emulator.dings(false);
        Delivery urgent = new Delivery("m1", World.LI_LEI, new DrawnCard(World.request("海报")), true);
        assertThat(world.platform.send(urgent)).isEqualTo(new Sent("m1"));
        world.emulator.dings(true);
        world.platform.send(new Delivery("m2", World.LI_LEI, new DrawnCard(World.request("海报")), true));
        assertThat(world.emulator
                        .ledger()
                        .of("POST /v1.0/robot/ding/send")
                        .get(1)
                        .body()
                        .toString())
                .contains("XQ-1 新品海报\\n待响应", "u-lilei");
    }

    @Test
    void a_robot_code_that_is_wrong_or_not_allowed_is_found_by_the_self_check() {
        DingtalkSettings wrong = new DingtalkSettings(
                world.app.clientId(),
                world.app.clientSecret(),
                "dingother",
                world.app.cardTemplateId(),
                "t",
                world.emulator.address(),
                world.emulator.address());
        assertThat(world.dingtalk(wrong).check(true)).extracting(Message::key).containsExactly("dingtalk.check.robot");
        world.emulator
                .faults()
                .arm(
                        "/v1.0/robot/oToMessages",
                        FaultSwitches.Fault.answer(
                                403,
                                "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"accessdenieddetail\":"
                                        + "{\"requiredScopes\":[\"qyapi_robot_sendmsg\"]}}"),
                        1);
        assertThat(world.dingtalk.check(true).get(0).args().toString()).contains("needs qyapi_robot_sendmsg");
    }

    @Test
    void a_clock_that_is_off_and_a_stalled_gateway_are_found_by_the_self_check() {
        HandClock late = new HandClock(world.clock.instant().plus(Duration.ofMinutes(6)));
        Dingtalk off = new Dingtalk(
                world.settings,
                HttpCalls.usual(),
                TokenShelf.inMemory(late),
                World.WORDS,
                (single, card) -> URI.create("https://xietong.example"),
                late);
        assertThat(off.check(true)).extracting(Message::key).containsExactly("dingtalk.check.clock");
        world.emulator.faults().arm("/v1.0/gateway", FaultSwitches.Fault.answer(502, "<html>"), 1);
        assertThat(world.dingtalk.check(true)).extracting(Message::key).containsExactly("dingtalk.check.stream");
        world.emulator.faults().arm("/v1.0/oauth2", FaultSwitches.Fault.of(FaultSwitches.Kind.DROP_BEFORE), 2);
        assertThat(world.dingtalk.check(true)).extracting(Message::key).containsExactly("dingtalk.check.unreachable");
    }
}
