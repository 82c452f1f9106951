package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.core.chat.ChatPlatform.Rate;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.HandClock;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the application and the bot do beside {@linkplain WecomSendingTest sending}, against the emulator. */
class WecomPlatformTest {

    private static final String HIS = "app/lilei";

    private final World world = new World();
    private final Wecom wecom = world.both();
    private final WecomPlatform platform = wecom.platform();

    @AfterEach
    void close() {
        world.close();
    }

    private static Kind kind(Receipt receipt) {
        return ((NotSent) receipt).kind();
    }

    @Test
    void a_click_on_the_applications_card_replaces_it_in_the_answer() {
        world.openDoors(wecom);
        assertThat(world.emulator.verify("/wecom/app")).isTrue();
        assertThat(world.emulator.verify("/wecom/bot")).isTrue();
        world.desk = any -> new io.xietong.core.chat.Receiver.Answer(
                java.util.Optional.of("已受理"), true, java.util.Optional.of(World.request("由周洁受理")));
        Sent sent = (Sent) platform.send(World.card("m1", World.LI_LEI, World.request("海报")));
        world.press("lilei", world.sentTo(HIS).get(0), "受理");
        assertThat(world.sentTo(HIS).get(0).payload().toString()).contains("由周洁受理");
        org.awaitility.Awaitility.await().until(() -> world.sentTo(HIS).size() == 2);
        assertThat(world.lastIn(HIS).path("content").asText()).startsWith("已受理");
        assertThat(platform.update(sent.messageId(), World.card("u", World.LI_LEI, World.request("由周洁受理"))))
                .isEqualTo(new Sent(sent.messageId()));
        assertThat(world.emulator.ledger().of("POST /cgi-bin/message/update")).isEmpty();
        assertThat(platform.update(sent.messageId(), World.card("u", World.LI_LEI, World.request("别的"))))
                .isInstanceOf(Sent.class);
    }

    @Test
    void without_its_connection_the_bot_is_left_to_another_node() {
        NotSent elsewhere = (NotSent) platform.send(World.text("k", World.LAUNCH, "x"));
        assertThat(elsewhere.kind()).isEqualTo(Kind.TRY_AGAIN);
        assertThat(elsewhere.retryAfter()).contains(Duration.ofSeconds(2));
        assertThat(platform.reachable()).isTrue();
        assertThat(world.wecom(WecomSettings.App.NONE, world.bot(), true)
                        .platform()
                        .reachable())
                .isFalse();
        WecomPlatform alone =
                world.wecom(world.app(), WecomSettings.Bot.NONE, true).platform();
        assertThat(kind(alone.send(World.text("k", World.LAUNCH, "x")))).isEqualTo(Kind.NEEDS_ADMIN);
        assertThat(platform.rates())
                .containsExactly(
                        new Rate(Rate.Scope.TARGET, 30, Duration.ofMinutes(1)),
                        new Rate(Rate.Scope.TARGET, 1000, Duration.ofHours(1)));
    }

    @Test
    void a_bot_that_is_called_back_answers_once_where_it_was_asked() {
        Wecom called = world.wecom(WecomSettings.App.NONE, world.bot(), false);
        world.openDoors(called);
        world.emulator.say("lilei", "wrlaunch", "@协同助手 待办");
        assertThat(called.platform().send(World.card("k1", World.LAUNCH, World.request("海报"))))
                .isInstanceOf(Sent.class);
        assertThat(world.lastIn("wrlaunch").path("content").asText()).contains("XQ-1 新品海报", "受理:请输入「受理 XQ-1」");
        assertThat(kind(called.platform().send(World.text("k2", World.LAUNCH, "还有"))))
                .isEqualTo(Kind.NEVER);
        WecomReplies replies = new WecomReplies(URI.create("https://qyapi.weixin.qq.com"), world.clock);
        for (String foreign : List.of(
                "https://evil.example/cgi-bin/aibot/response",
                "http://qyapi.weixin.qq.com/x",
                "https://qyapi.weixin.qq.com@evil.example/x",
                "https://qyapi.weixin.qq.com:99/x",
                "file:///etc/passwd",
                "not an address")) {
            replies.keep("c", com.fasterxml.jackson.databind.node.TextNode.valueOf(foreign));
            assertThat(replies.take("c")).as(foreign).isEmpty();
        }
    }

    @Test
    void groups_of_our_own_are_made_once_kept_and_spoken_to() {
        assertThat(platform.can()).contains(Capability.CREATE_GROUP, Capability.UPDATE_CARD);
        Sent made = (Sent) wecom.groups().create("project-1", "新品上市二期", "zhangwei", List.of("lilei", "zhaomin"));
        assertThat(wecom.groups().create("project-1", "新品上市二期", "zhangwei", List.of("lilei")))
                .isEqualTo(made);
        String chat = made.messageId();
        wecom.groups().add(chat, List.of("ZhouJie"));
        wecom.groups().remove(chat, List.of("zhaomin"));
        assertThat(wecom.groups().rename(chat, "新品上市三期")).isEqualTo(made);
        var group = world.emulator.chats().find(chat).orElseThrow();
        assertThat(group.members()).containsExactlyInAnyOrder("zhangwei", "lilei", "ZhouJie");
        assertThat(group.name()).isEqualTo("新品上市三期");
        Chat there = new Chat("wecom", chat, Chat.Kind.GROUP, "");
        assertThat(platform.send(World.card("k", there, World.request("海报")))).isInstanceOf(Sent.class);
        assertThat(world.lastIn(chat).path("content").asText()).contains("受理:请到与我的单聊中输入「受理 XQ-1」");
        assertThat(kind(wecom.groups().rename("wrlaunch", "x"))).isEqualTo(Kind.NEVER);
    }

    @Test
    void the_directory_is_read_whole_and_its_refusal_says_what_to_do() {
        DirectorySource.Listing listing = wecom.directory().read();
        assertThat(listing.departments())
                .extracting(DirectorySource.Unit::name, DirectorySource.Unit::parent, DirectorySource.Unit::heads)
                .containsExactly(
                        Tuple.tuple("市场部", "", List.of("zhangwei")), Tuple.tuple("设计部", "", List.of("zhaomin")));
        assertThat(listing.members())
                .extracting(DirectorySource.Member::account)
                .containsExactly("zhangwei", "lilei", "zhaomin", "ZhouJie");
        world.emulator.faults().arm("/cgi-bin/department/list", Fault.answer(200, "{\"errcode\":60020}"), 1);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> wecom.directory().read())
                .isInstanceOf(DirectorySource.UnreadableDirectory.class)
                .hasMessageContaining("60020")
                .hasMessageContaining("企业可信IP");
    }

    @Test
    void a_page_learns_once_who_opens_it() {
        SignIn login = wecom.login().orElseThrow();
        URI back = URI.create("https://xietong.example/form/t?x=1");
        URI address = login.address(back, "abc123");
        assertThat(address.toString())
                .startsWith(
                        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wwdemo&redirect_uri=https%3A%2F%2F")
                .contains("scope=snsapi_base", "state=abc123", "agentid=1000002")
                .endsWith("#wechat_redirect");
        String code = world.emulator.loginCode("lilei");
        assertThat(login.account(code, back)).contains("lilei");
        assertThat(login.account(code, back)).isEmpty();
        assertThat(login.account("", back)).isEmpty();
        String late = world.emulator.loginCode("lilei");
        world.clock.passes(Duration.ofMinutes(6));
        assertThat(login.account(late, back)).isEmpty();
        world.emulator.faults().arm("/cgi-bin/auth", Fault.answer(200, "{\"errcode\":0,\"openid\":\"outsider\"}"), 1);
        assertThat(login.account("c", back)).isEmpty();
    }

    private static List<String> keys(List<Message> findings) {
        return findings.stream().map(Message::key).toList();
    }

    @Test
    void the_self_check_names_what_is_missing() {
        assertThat(wecom.check(true)).isEmpty();
        assertThat(keys(world.wecom(WecomSettings.App.NONE, WecomSettings.Bot.NONE, true)
                        .check(true)))
                .containsExactly("wecom.check.nothing");
        assertThat(keys(world.wecom(WecomSettings.App.NONE, world.bot(), true).check(true)))
                .containsExactly("wecom.check.no-app");
        WecomSettings.App wrong = new WecomSettings.App(world.corp.agentId(), "wrong", "t", "short");
        assertThat(keys(world.wecom(wrong, WecomSettings.Bot.NONE, true).check(true)))
                .containsExactly("wecom.check.key", "wecom.check.no-bot", "wecom.check.credentials");
        world.emulator.faults().arm("/cgi-bin/agent", Fault.answer(200, "{\"errcode\":60020}"), 1);
        assertThat(keys(wecom.check(true))).containsExactly("wecom.check.agent");
        world.emulator.faults().arm("/cgi-bin/department", Fault.answer(200, "{\"errcode\":60011}"), 1);
        assertThat(keys(wecom.check(true))).containsExactly("wecom.check.contacts");
        HandClock slow = new HandClock(world.clock.instant().minus(Duration.ofMinutes(3)));
        assertThat(keys(world.wecom(world.app(), world.bot(), true, slow).check(true)))
                .containsExactly("wecom.check.clock");
        world.emulator.faults().arm("/cgi-bin/gettoken", Fault.of(FaultSwitches.Kind.DROP_BEFORE), 9);
        assertThat(keys(wecom.check(true))).containsExactly("wecom.check.unreachable");
    }

    @Test
    void settings_never_show_their_secrets() {
        WecomSettings settings = new WecomSettings(
                "wwdemo", world.app(), world.bot(), "https://qyapi.weixin.qq.com/", "https://open.weixin.qq.com/");
        assertThat(settings.toString())
                .contains("wwdemo", "1000002", "AIBdemo")
                .doesNotContain(
                        world.corp.appSecret(), world.corp.botSecret(), world.corp.appKey(), world.corp.botToken());
        assertThat(settings.baseUrl()).isEqualTo("https://qyapi.weixin.qq.com");
    }
}
