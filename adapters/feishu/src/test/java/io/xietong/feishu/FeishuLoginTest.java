package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.wire.SignIn;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who opens a web form, as Feishu says. */
class FeishuLoginTest {

    private static final URI BACK = URI.create("https://xietong.example/form-sign-in");

    private final World world = new World();
    private final SignIn login = world.feishu.login(world.emulator.address() + "/");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_visitor_is_sent_to_feishu_with_what_it_asks_for() {
        assertThat(login.address(BACK, "abc123"))
                .hasToString(world.emulator.address() + "/open-apis/authen/v1/authorize?client_id=" + world.app.id()
                        + "&response_type=code&redirect_uri=https%3A%2F%2Fxietong.example%2Fform-sign-in&state=abc123");
        assertThatThrownBy(() -> login.address(BACK, "a&b=c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_tells_once_and_for_five_minutes_who_it_is() {
        String code = world.emulator.loginCode("ou_lilei");
        assertThat(login.account(code, BACK)).contains("ou_lilei");
        assertThat(login.account(code, BACK)).isEmpty();
        String late = world.emulator.loginCode("ou_lilei");
        world.clock.passes(Duration.ofMinutes(6));
        assertThat(login.account(late, BACK)).isEmpty();
        for (String none : new String[] {"", " ", "forged", "x".repeat(600)})
            assertThat(login.account(none, BACK)).as(none).isEmpty();
    }

    @Test
    void while_feishu_is_in_trouble_nobody_is_let_in_and_that_is_told_apart() {
        for (Fault fault : new Fault[] {
            Fault.answer(502, "<html>bad gateway</html>"),
            Fault.answer(500, "{\"code\":20050,\"error\":\"server_error\"}"),
            Fault.answer(429, "{\"code\":99991400}")
        }) {
            world.emulator.faults().arm("/open-apis/authen/v2/oauth/token", fault, 1);
            String code = world.emulator.loginCode("ou_lilei");
            assertThatThrownBy(() -> login.account(code, BACK))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Feishu cannot say who this is")
                    .hasMessageNotContaining(code)
                    .hasMessageNotContaining(world.app.secret());
        }
    }

    @Test
    void an_answer_that_names_nobody_is_nobody() {
        world.emulator.faults().arm("/open-apis/authen/v2/oauth/token", Fault.answer(200, "{\"code\":0}"), 1);
        assertThat(login.account(world.emulator.loginCode("ou_lilei"), BACK)).isEmpty();
        world.emulator.faults().arm("/open-apis/authen/v1/user_info", Fault.answer(200, "{\"code\":0,\"data\":{}}"), 1);
        assertThat(login.account(world.emulator.loginCode("ou_lilei"), BACK)).isEmpty();
    }
}
