package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.emulator.FaultSwitches;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DingtalkEndpointTest {

    private final World world = new World();
    private final DingtalkApi api =
            new DingtalkApi(world.settings, HttpCalls.usual(), TokenShelf.inMemory(world.clock), world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_address_holds_a_ticket_that_is_written_for_an_address() {
        world.emulator
                .faults()
                .arm(
                        "/v1.0/gateway",
                        FaultSwitches.Fault.answer(
                                200, "{\"endpoint\":\"ws://127.0.0.1:1/connect\",\"ticket\":\"a+b/c=&d\"}"),
                        1);
        assertThat(DingtalkEndpoint.ask(world.settings, api))
                .hasToString("ws://127.0.0.1:1/connect?ticket=a%2Bb%2Fc%3D%26d");
    }

    @Test
    void an_address_that_is_less_safe_or_no_address_is_not_dialled() {
        for (String answer : new String[] {
            "{\"endpoint\":\"ws://evil.example/connect\",\"ticket\":\"t\"}",
            "{\"endpoint\":\"http://127.0.0.1/connect\",\"ticket\":\"t\"}",
            "{\"endpoint\":\"ws://127.0.0.1@evil.example/connect\",\"ticket\":\"t\"}",
            "{\"endpoint\":\"not an address\",\"ticket\":\"t\"}",
            "{\"ticket\":\"t\"}",
            "{\"endpoint\":\"ws://127.0.0.1/connect\"}",
            "<OpenConnectionResponse/>",
            "{}"
        }) {
            world.emulator.faults().arm("/v1.0/gateway", FaultSwitches.Fault.answer(200, answer), 1);
            assertThatThrownBy(() -> DingtalkEndpoint.ask(world.settings, api))
                    .as(answer)
                    .isInstanceOf(DingtalkFault.class)
                    .hasMessageNotContaining("ticket");
        }
    }
}
