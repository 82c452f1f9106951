package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Doors, groups, address book and self-check. */
class DingtalkSurroundingsTest {

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
        assertThat(world.dingtalk.check(true, true)).isEmpty();
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
        assertThat(world.dingtalk.check(true, true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.contacts", "dingtalk.check.cards");
        assertThat(world.dingtalk(world.settings("t", "wrong")).check(true, true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.credentials");
    }

    @Test
    void what_was_said_to_one_reader_goes_away_with_the_next_change() {
        World http = world.withDoors();
        DingtalkPlatform platform = http.dingtalk.platform(false);
        http.desk = inbound -> Receiver.Answer.done("已由周洁受理");
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
                ? new Receiver.Answer(Optional.of("已受理"), true, Optional.of(World.request("改过")))
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
    void the_address_of_clicks_is_told_until_it_is_taken() {
        world.emulator
                .faults()
                .arm("/v1.0/card/callbacks", FaultSwitches.Fault.answer(500, "{\"code\":\"system.busy\"}"), 1);
        try (DingtalkRegistration registration =
                world.dingtalk.registration(URI.create("https://xietong.example/dingtalk/card"))) {
            registration.start();
            await().until(() -> world.emulator
                            .ledger()
                            .of("POST /v1.0/card/callbacks/register")
                            .size()
                    == 1);
        }
        assertThat(world.emulator.ledger().of("POST /v1.0/card").get(0).body().toString())
                .contains("https://xietong.example/dingtalk/card")
                .doesNotContain(world.app.clientSecret());
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
        assertThat(world.dingtalk(wrong).check(true, true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.robot");
        world.emulator
                .faults()
                .arm(
                        "/v1.0/robot/oToMessages",
                        FaultSwitches.Fault.answer(
                                403,
                                "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"accessdenieddetail\":"
                                        + "{\"requiredScopes\":[\"qyapi_robot_sendmsg\"]}}"),
                        1);
        assertThat(world.dingtalk.check(true, true).get(0).args().toString()).contains("needs qyapi_robot_sendmsg");
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
        assertThat(off.check(true, true)).extracting(Message::key).containsExactly("dingtalk.check.clock");
        world.emulator.faults().arm("/v1.0/gateway", FaultSwitches.Fault.answer(502, "<html>"), 1);
        assertThat(world.dingtalk.check(true, true)).extracting(Message::key).containsExactly("dingtalk.check.stream");
        world.emulator.faults().arm("/v1.0/oauth2", FaultSwitches.Fault.of(FaultSwitches.Kind.DROP_BEFORE), 2);
        assertThat(world.dingtalk.check(true, true))
                .extracting(Message::key)
                .containsExactly("dingtalk.check.unreachable");
    }
}
