package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.wire.Webhook.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private final List<String> asked = new ArrayList<>();

    private Webhook door(String name, Reply reply) {
        return call -> {
            asked.add(name);
            return reply;
        };
    }

    private Reply answer(Webhook... doors) {
        Webhook.Call call = new Webhook.Call("POST", "/", Map.of(), Map.of(), new byte[0]);
        return Webhook.firstThatKnows(List.of(doors)).answer(call);
    }

    @Test
    void the_next_door_is_asked_only_when_one_refuses() {
        Reply good = Reply.json("{}");
        assertThat(answer(door("present", Reply.REFUSED), door("former", good))).isEqualTo(good);
        assertThat(asked).containsExactly("present", "former");
        for (Reply last : List.of(good, Reply.GARBAGE, Reply.UNAVAILABLE, Reply.text(405, ""))) {
            asked.clear();
            assertThat(answer(door("present", last), door("former", good))).isEqualTo(last);
            assertThat(asked).containsExactly("present");
        }
    }

    @Test
    void who_is_refused_by_all_is_refused() {
        assertThat(answer(door("present", Reply.REFUSED), door("former", Reply.REFUSED)))
                .isEqualTo(Reply.REFUSED);
        assertThat(answer()).isEqualTo(Reply.REFUSED);
    }
}
