package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SocketTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    private Socket connect(Peer peer) {
        return Socket.connect(HttpCalls.usual(), peer.websocket(), Clock.systemUTC(), new Socket.Listener() {
            private Socket socket;

            @Override
            public void opened(Socket opened) {
                socket = opened;
            }

            @Override
            public void text(String frame) {
                heard.add(frame);
                if (frame.equals("say something")) socket.send("something");
            }

            @Override
            public void binary(byte[] frame) {
                heard.add(frame.length + " bytes");
            }

            @Override
            public void closed(String why) {
                ends.add(why);
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void parts_are_put_together_and_pongs_count_as_heard() {
        Peer.Script script = Peer.websocket((in, out) -> {
            Peer.frame(out, false, 1, bytes("受"));
            Peer.frame(out, true, 10, new byte[0]);
            Peer.frame(out, true, 0, bytes("理"));
            Peer.frame(out, false, 2, new byte[60_000]);
            Peer.frame(out, true, 0, new byte[5]);
            Peer.untilClosed(in);
        });
        try (Peer peer = new Peer(script);
                Socket socket = connect(peer)) {
            await().untilAsserted(() -> assertThat(heard).containsExactly("受理", "60005 bytes"));
            assertThat(socket.lastHeard()).isNotNull();
        }
        assertThat(ends).containsExactly("closed here");
    }

    @Test
    void the_first_frame_can_be_answered_even_when_it_comes_with_the_handshake() {
        List<Integer> answered = new CopyOnWriteArrayList<>();
        Peer.Script script = Peer.websocket((in, out) -> {
            Peer.frame(out, true, 1, bytes("say something"));
            answered.add(in.read());
            Peer.untilClosed(in);
        });
        try (Peer peer = new Peer(script);
                Socket socket = connect(peer)) {
            await().untilAsserted(() -> assertThat(answered).containsExactly(0x81));
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void a_frame_that_never_ends_is_cut_off() {
        Peer.Script script = Peer.websocket((in, out) -> {
            Peer.frame(out, false, 2, new byte[60_000]);
            while (true) Peer.frame(out, false, 0, new byte[60_000]);
        });
        try (Peer peer = new Peer(script)) {
            connect(peer);
            await().untilAsserted(() -> assertThat(ends).containsExactly("a frame was too long"));
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void a_close_a_cut_and_garbage_each_end_it_once() {
        Peer.Script closing = Peer.websocket((in, out) -> {
            Peer.frame(out, true, 8, new byte[] {3, (byte) 0xe8});
            Peer.untilClosed(in);
        });
        Peer.Script cutting = Peer.websocket((in, out) -> {});
        Peer.Script garbage = Peer.websocket((in, out) -> {
            out.write(bytes("\u0007this is no frame"));
            out.flush();
            Peer.untilClosed(in);
        });
        for (Peer.Script script : List.of(closing, cutting, garbage)) {
            ends.clear();
            try (Peer peer = new Peer(script)) {
                connect(peer);
                await().untilAsserted(() -> assertThat(ends).hasSize(1));
            }
        }
    }

    @Test
    void a_refused_handshake_is_a_fault_with_the_status() {
        Peer.Script refusing = (in, out) -> {
            Peer.head(in);
            out.write(bytes("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
            out.flush();
        };
        try (Peer peer = new Peer(refusing)) {
            assertThatThrownBy(() -> connect(peer))
                    .isInstanceOf(HttpFault.class)
                    .hasMessageContaining("HTTP 403");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void what_cannot_leave_any_more_is_a_fault() throws IOException {
        Peer.Script script = Peer.websocket((in, out) -> {});
        try (Peer peer = new Peer(script)) {
            Socket socket = connect(peer);
            await().untilAsserted(() -> assertThat(ends).hasSize(1));
            assertThatThrownBy(() -> socket.send("too late")).isInstanceOf(HttpFault.class);
        }
    }
}
