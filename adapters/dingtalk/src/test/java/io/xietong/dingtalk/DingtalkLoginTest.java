package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who opens a web form, as DingTalk says. */
class DingtalkLoginTest {

    private static final URI BACK = URI.create("https://xietong.example/form-sign-in");

    private final World world = new World();
    private final SignIn login = world.dingtalk.login(world.emulator.address() + "/");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_visitor_is_sent_to_dingtalk_with_what_it_asks_for() {
        assertThat(login.codeName()).isEqualTo("authCode");
        assertThat(login.address(BACK, "abc123").toString())
                .startsWith(world.emulator.address() + "/oauth2/auth?client_id=")
                .contains("response_type=code", "scope=openid", "prompt=consent")
                .endsWith("&redirect_uri=https%3A%2F%2Fxietong.example%2Fform-sign-in&state=abc123");
        assertThatThrownBy(() -> login.address(BACK, "a&b=c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_tells_once_and_for_five_minutes_who_it_is() {
        String code = world.emulator.loginCode("u-lilei");
        assertThat(login.account(code, BACK)).contains("u-lilei");
        assertThat(login.account(code, BACK)).isEmpty();
        String late = world.emulator.loginCode("u-lilei");
        world.clock.passes(Duration.ofMinutes(6));
        assertThat(login.account(late, BACK)).isEmpty();
        for (String none : new String[] {"", " ", "forged", "x".repeat(600)})
            assertThat(login.account(none, BACK)).as(none).isEmpty();
    }

    @Test
    void somebody_from_outside_is_nobody() {
        world.emulator
                .faults()
                .arm(
                        "/topapi/user/getbyunionid",
                        Fault.answer(200, "{\"errcode\":0,\"result\":{\"contact_type\":1,\"userid\":\"guest\"}}"),
                        1);
        assertThat(login.account(world.emulator.loginCode("u-lilei"), BACK)).isEmpty();
        world.emulator.faults().arm("/topapi/user/getbyunionid", Fault.answer(200, "{\"errcode\":60121}"), 1);
        assertThat(login.account(world.emulator.loginCode("u-lilei"), BACK)).isEmpty();
    }

    @Test
    void while_dingtalk_is_in_trouble_nobody_is_let_in_and_that_is_told_apart() {
        for (Fault fault : new Fault[] {
            Fault.answer(502, "<html>bad gateway</html>"),
            Fault.answer(403, "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\"}"),
            Fault.answer(200, "{}")
        }) {
            world.emulator.faults().arm("/v1.0/contact/users/me", fault, 1);
            String code = world.emulator.loginCode("u-lilei");
            assertThatThrownBy(() -> login.account(code, BACK))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("DingTalk cannot say who this is")
                    .hasMessageNotContaining(code);
        }
    }
}
