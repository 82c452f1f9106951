package io.xietong.core.request;

import static io.xietong.core.request.Scene.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.deadline.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However often a request is handed on. */
class RequestPropertiesTest {

    private static RequestCommand.Transfer to(String department) {
        return new RequestCommand.Transfer(NUMBER, department, Optional.empty(), "归他们管");
    }

    @Property(tries = 200)
    void legs_are_contiguous_and_sum_to_the_whole(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 3000) Integer> waits) {
        Scene scene = Scene.filed();
        Instant start = scene.now();
        List<String> ring = List.of("production", "finance", "it", "design");
        Map<String, String> contact =
                Map.of("production", "he.tao", "finance", "guo.jing", "it", "zhao.gong", "design", "zhou.jie");
        String at = "design";
        Instant now = start;
        for (int i = 0; i < waits.size(); i++) {
            now = now.plus(Duration.ofMinutes(waits.get(i)));
            scene.at(now.atZone(Demo.ZONE).toLocalDateTime().toString());
            if (waits.get(i) % 2 == 0) {
                String next = ring.get(i % 4).equals(at) ? ring.get((i + 1) % 4) : ring.get(i % 4);
                scene.does(contact.get(at), to(next));
                at = scene.request().department();
            }
        }
        List<Leg> legs = scene.request().legs();
        Duration sum = Duration.ZERO;
        Instant end = start;
        for (Leg leg : legs) {
            assertThat(leg.from()).isEqualTo(end);
            end = leg.until().orElse(now);
            sum = sum.plus(Duration.between(leg.from(), end));
        }
        assertThat(sum).isEqualTo(Duration.between(start, now));
        List<String> owners = new ArrayList<>();
        scene.request().deadlines().forEach(clock -> owners.add(clock.owner()));
        assertThat(owners).isEqualTo(legs.stream().map(Leg::department).toList());
        assertThat(scene.request().deadlines().stream().filter(Deadline::isOpen))
                .hasSize(1);
    }
}
