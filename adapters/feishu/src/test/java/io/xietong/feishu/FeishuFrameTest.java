package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.google.protobuf.ByteString;
import com.lark.oapi.google.protobuf.InvalidProtocolBufferException;
import com.lark.oapi.ws.pb.Pbbp2;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our nine fields against the SDK's own. */
class FeishuFrameTest {

    private static final Pbbp2.Frame THEIRS = Pbbp2.Frame.newBuilder()
            .setSeqID(-1)
            .setLogID(Long.MAX_VALUE)
            .setService(7)
            .setMethod(1)
            .addHeaders(Pbbp2.Header.newBuilder().setKey("type").setValue("event"))
            .addHeaders(Pbbp2.Header.newBuilder().setKey("message_id").setValue("编号"))
            .setPayloadEncoding("gzip")
            .setPayloadType("json")
            .setPayload(ByteString.copyFrom("{}".repeat(100), StandardCharsets.UTF_8))
            .setLogIDNew("log")
            .build();

    @Test
    void a_frame_of_theirs_is_read_and_written_the_same() {
        FeishuFrame read = FeishuFrame.read(THEIRS.toByteArray()).orElseThrow();

        assertThat(read.service()).isEqualTo(7);
        assertThat(read.header("message_id")).contains("编号");
        assertThat(read.bytes()).isEqualTo(THEIRS.toByteArray());
    }

    @Test
    void ours_are_read_by_theirs() throws InvalidProtocolBufferException {
        Pbbp2.Frame ping = Pbbp2.Frame.parseFrom(FeishuFrame.ping(300).bytes());
        assertThat(ping.getService()).isEqualTo(300);
        assertThat(ping.getHeadersList()).extracting(Pbbp2.Header::getValue).containsExactly("ping");

        FeishuFrame answer =
                FeishuFrame.read(THEIRS.toByteArray()).orElseThrow().answered("{\"code\":200}".getBytes(), 12);
        Pbbp2.Frame read = Pbbp2.Frame.parseFrom(answer.bytes());
        assertThat(read.getPayload().toStringUtf8()).isEqualTo("{\"code\":200}");
        assertThat(read.getHeadersList())
                .extracting(Pbbp2.Header::getKey)
                .containsExactly("type", "message_id", "biz_rt");
        assertThat(read.getLogID()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void unknown_fields_are_skipped() {
        byte[] known = FeishuFrame.ping(1).bytes();
        byte[] more = new byte[known.length + 13];
        System.arraycopy(known, 0, more, 0, known.length);
        more[known.length] = 15 << 3 | 1;
        more[known.length + 9] = 13 << 3 | 2;
        more[known.length + 10] = 2;

        assertThat(FeishuFrame.read(more))
                .hasValueSatisfying(frame -> assertThat(frame.bytes()).isEqualTo(known));
    }

    @Test
    void no_bytes_whatever_break_the_reader() {
        byte[] whole = THEIRS.toByteArray();
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = whole.clone();
            for (int change = 0; change < 3; change++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            FeishuFrame.read(broken)
                    .ifPresent(frame -> assertThat(frame.payload().length).isLessThan(1000));
        }
        for (int length = 1; length < whole.length; length++) FeishuFrame.read(java.util.Arrays.copyOf(whole, length));
        for (byte[] garbage : List.of(new byte[] {(byte) 0xff, 1, 2, 3}, new byte[] {10, (byte) 0xff, (byte) 0xff}))
            assertThat(FeishuFrame.read(garbage)).isEmpty();
    }
}
