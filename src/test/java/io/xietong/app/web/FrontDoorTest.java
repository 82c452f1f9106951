package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Visitors reach whatever node is ready, and are told when none is. */
@Timeout(30)
class FrontDoorTest {

    private static Web node(String name) {
        Door says = routes -> {
            routes.get("/health/ready", ctx -> ctx.result("ok"));
            routes.post("/name", ctx -> ctx.result(name + " " + ctx.header("Host") + " " + ctx.body()));
        };
        return Web.start("127.0.0.1", 0, List.of(says));
    }

    /** Each question over a connection of its own. */
    private static HttpResponse<String> ask(FrontDoor door) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + door.port() + "/name");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString("你好"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void connections_go_around_and_past_a_node_that_is_gone() throws Exception {
        Web one = node("one");
        Web two = node("two");
        try (FrontDoor door = FrontDoor.open(0, List.of(one.port(), two.port()))) {
            TreeSet<String> answered = new TreeSet<>();
            for (int i = 0; i < 4; i++) answered.add(ask(door).body());
            String host = " 127.0.0.1:" + door.port() + " 你好";
            assertThat(answered).containsExactly("one" + host, "two" + host);
            one.close();
            for (int i = 0; i < 4; i++) assertThat(ask(door).body()).isEqualTo("two" + host);
            two.close();
            Awaitility.await().ignoreExceptions().until(() -> ask(door).statusCode() == 503);
        }
    }
}
