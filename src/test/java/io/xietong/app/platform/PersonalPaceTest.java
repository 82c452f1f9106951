package io.xietong.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.emulator.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalPaceTest {

    private final HandClock clock = new HandClock(Instant.parse("2026-11-25T01:00:00Z"));
    private final List<Inbound> heard = new ArrayList<>();
    private final Receiver desk = inbound -> {
        heard.add(inbound);
        return Receiver.Answer.NONE;
    };

    private PersonalPace pace(int most) {
        return new PersonalPace(desk, most, Words.in(Language.CHINESE, ZoneId.of("Asia/Shanghai")), clock);
    }

    private Inbound from(String account, Inbound.Said said) {
        Chat single = new Chat("feishu", account, Chat.Kind.SINGLE, "");
        return new Inbound("feishu", "e" + heard.size(), account, single, said, clock.instant());
    }

    private Inbound says(String account) {
        return from(account, new Inbound.Text("待办"));
    }

    private Inbound presses(String account) {
        return from(account, new Inbound.Press("受理 XQ-1", 3, Map.of(), "m1"));
    }

    @Test
    void whoever_is_too_fast_is_told_so_and_keeps_nobody_else_waiting() {
        PersonalPace pace = pace(3);
        for (int i = 0; i < 3; i++) pace.receive(says("ou_script"));

        assertThat(pace.receive(presses("ou_script")).toast())
                .hasValueSatisfying(toast -> assertThat(toast).startsWith("太快了"));
        assertThatThrownBy(() -> pace.receive(says("ou_script"))).isInstanceOf(Receiver.Unavailable.class);
        assertThat(heard).hasSize(3);

        pace.receive(presses("ou_other"));
        assertThat(heard).hasSize(4);
    }

    @Test
    void after_a_minute_they_may_go_on() {
        PersonalPace pace = pace(1);
        pace.receive(says("ou_script"));
        clock.passes(Duration.ofSeconds(59));
        assertThatThrownBy(() -> pace.receive(says("ou_script"))).isInstanceOf(Receiver.Unavailable.class);
        clock.passes(Duration.ofSeconds(1));
        pace.receive(says("ou_script"));
        assertThat(heard).hasSize(2);
    }

    @Test
    void zero_means_no_limit() {
        PersonalPace pace = pace(0);
        for (int i = 0; i < 1_000; i++) pace.receive(says("ou_script"));
        assertThat(heard).hasSize(1_000);
    }
}
