package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.people.DirectorySource.Member;
import io.xietong.core.people.DirectorySource.Unit;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.HandClock;
import io.xietong.wire.TokenShelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups, directory, slash commands and self-check. */
class FeishuSurroundingsTest {

    private static final Set<Feishu.Extra> ALL = EnumSet.allOf(Feishu.Extra.class);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private EmulatedChats.Chat group(Receipt receipt) {
        return world.emulator.chats().find(((Sent) receipt).messageId()).orElseThrow();
    }

    @Test
    void a_group_is_made_once_and_kept() {
        List<String> members = List.of("ou_zhaomin", "ou_zhoujie");
        Receipt made = world.feishu.groups().create("project-1", "新品上市", "ou_lilei", members);
        assertThat(world.feishu.groups().create("project-1", "新品上市", "ou_lilei", members))
                .isEqualTo(made);
        assertThat(group(made).members()).containsExactlyInAnyOrder("ou_lilei", "ou_zhaomin", "ou_zhoujie");

        String id = ((Sent) made).messageId();
        world.feishu.groups().add(id, List.of("ou_hanmei", "ou_hanmei"));
        world.feishu.groups().remove(id, List.of("ou_zhoujie"));
        world.feishu.groups().rename(id, "新品上市(二期)");
        assertThat(group(made).members()).containsExactlyInAnyOrder("ou_lilei", "ou_zhaomin", "ou_hanmei");
        assertThat(group(made).name()).isEqualTo("新品上市(二期)");
    }

    @Test
    void who_cannot_be_added_does_not_keep_the_others_out() {
        world.emulator.resign("ou_zhoujie");
        List<String> members = new ArrayList<>(List.of("ou_zhoujie", "ou_stranger", "ou_zhaomin"));
        for (int i = 0; i < 60; i++) members.add("ou_nobody" + i);

        Receipt made = world.feishu.groups().create("k", "群", "ou_lilei", members);
        assertThat(group(made).members()).containsExactlyInAnyOrder("ou_lilei", "ou_zhaomin");
    }

    @Test
    void a_group_without_the_bot_cannot_be_kept() {
        world.emulator.removeBot("oc_launch", "ou_lilei");

        assertThat(world.feishu.groups().add("oc_launch", List.of("ou_hanmei")))
                .isInstanceOfSatisfying(
                        NotSent.class, fault -> assertThat(fault.kind()).isEqualTo(NotSent.Kind.NEVER));
    }

    @Test
    void the_directory_is_read_whole() {
        world.emulator.resign("ou_hanmei");
        DirectorySource.Listing listing = world.feishu.directory().read();

        assertThat(listing.departments())
                .contains(
                        new Unit("od-market", "市场部", "", List.of("ou_zhangwei")),
                        new Unit("od-production", "生产部", "", List.of()));
        assertThat(listing.members())
                .hasSize(5)
                .contains(
                        new Member("ou_lilei", "李雷", List.of("od-market"), true),
                        new Member("ou_hanmei", "韩梅", List.of("od-market"), false));
    }

    @Test
    void a_directory_that_cannot_be_read_names_what_is_missing() {
        world.emulator.revokeScope("contact:user.base:readonly");
        assertThatThrownBy(() -> world.feishu.directory().read())
                .isInstanceOf(DirectorySource.UnreadableDirectory.class)
                .hasMessageContaining("contact:user.base:readonly");

        world.emulator.revokeScope("contact:department.base:readonly");
        assertThatThrownBy(() -> world.feishu.directory().read())
                .isInstanceOf(DirectorySource.UnreadableDirectory.class)
                .hasMessageContaining("contact:department.base:readonly");
    }

    @Test
    void slash_commands_are_registered_changed_and_left_as_they_are() {
        List<SlashCommand> commands =
                List.of(new SlashCommand("help", "帮助", "Help"), new SlashCommand("ask", "提交协作请求", "Ask for help"));
        assertThat(world.feishu.register(commands)).isEqualTo(2);
        assertThat(world.feishu.register(commands)).isEqualTo(2);
        assertThat(world.feishu.register(List.of(new SlashCommand("ask", "求助", "Ask"))))
                .isEqualTo(1);

        String path = " /open-apis/application/v7/app_slash_commands";
        assertThat(world.emulator.ledger().of("POST" + path)).hasSize(2);
        assertThat(world.emulator.ledger().of("PATCH" + path)).hasSize(1);
    }

    @Test
    void slash_commands_that_feishu_refuses_harm_nobody() {
        String path = "/open-apis/application/v7/app_slash_commands";
        world.emulator.faults().arm(path, Fault.answer(400, "{\"code\":99991672,\"msg\":\"scope\"}"), 1);
        assertThat(world.feishu.register(List.of(new SlashCommand("help", "帮助", "Help"))))
                .isZero();
        assertThatThrownBy(() -> new SlashCommand("求助", "帮助", "Help")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> findings() {
        return world.feishu.check(true, ALL).stream().map(Message::key).toList();
    }

    @Test
    void an_app_that_is_set_up_well_is_found_so() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void each_missing_permission_is_named_with_its_reason() {
        world.emulator.revokeScope("im:message.urgent");
        world.emulator.revokeScope("contact:department.base:readonly");

        Words words = Words.in(Language.ENGLISH, World.ZONE);
        assertThat(world.feishu.check(false, ALL).stream().map(words::say).toList())
                .anySatisfy(text -> assertThat(text).contains("im:message.urgent", "louder"))
                .anySatisfy(text -> assertThat(text).contains("contact:department.base:readonly"))
                .anySatisfy(text -> assertThat(text).contains("contacts cannot be read"));
    }

    @Test
    void the_louder_reminder_and_the_calendar_need_their_permissions_only_where_they_are_used() {
        world.emulator.revokeScope("im:message.urgent");
        world.emulator.revokeScope("calendar:calendar");
        assertThat(world.feishu.check(false, Set.of())).isEmpty();
        assertThat(world.feishu.check(false, Set.of(Feishu.Extra.CALENDAR)).stream()
                        .map(finding -> finding.args().get(0)))
                .containsExactly("calendar:calendar");
    }

    @Test
    void a_clock_that_is_off_is_measured() {
        HandClock fast = new HandClock(world.clock.instant().plus(Duration.ofMinutes(6)));
        Feishu off = new Feishu(world.settings, world.calls, TokenShelf.inMemory(fast), World.WORDS, fast);

        assertThat(off.check(true, ALL)).singleElement().satisfies(finding -> {
            assertThat(finding.key()).isEqualTo("feishu.check.clock");
            assertThat((long) finding.args().get(0)).isBetween(355L, 365L);
        });
    }

    @Test
    void wrong_credentials_and_a_dead_network_are_told_apart() {
        world.emulator.faults().arm("/open-apis/auth", Fault.answer(200, "{\"code\":10014,\"msg\":\"no\"}"), 1);
        assertThat(findings()).containsExactly("feishu.check.credentials");
        world.emulator.faults().arm("/open-apis/auth", Fault.answer(502, "<html>"), 1);
        assertThat(findings()).containsExactly("feishu.check.unreachable");
        world.emulator.faults().arm("/open-apis/bot", Fault.answer(400, "{\"code\":230006,\"msg\":\"no bot\"}"), 1);
        assertThat(findings()).containsExactly("feishu.check.bot");
    }

    @Test
    void a_push_without_secrets_is_pointed_out() {
        for (String token : List.of("v", "")) {
            FeishuSettings settings =
                    new FeishuSettings(world.app.id(), world.app.secret(), token, "", world.emulator.address());
            Feishu bare = new Feishu(settings, world.calls, TokenShelf.inMemory(world.clock), World.WORDS, world.clock);
            assertThat(bare.check(true, ALL))
                    .extracting(Message::key)
                    .containsExactly(token.isEmpty() ? "feishu.check.no-token" : "feishu.check.no-encrypt-key");
            assertThat(bare.check(false, ALL)).isEmpty();
        }
    }
}
