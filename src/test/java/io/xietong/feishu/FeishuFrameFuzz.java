package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;

/** A frame of the long connection that can be read is written so that it reads the same, and no frame grows. */
class FeishuFrameFuzz {

    @FuzzTest(maxDuration = "60s")
    void what_is_read_is_written_so_that_it_reads_the_same(byte[] bytes) {
        Nearby.each(bytes, 200, FeishuFrameFuzz::holds);
    }

    private static void holds(byte[] bytes) {
        FeishuFrame.read(bytes).ifPresent(frame -> {
            assertThat(frame.payload().length).isLessThanOrEqualTo(bytes.length);
            byte[] written = frame.bytes();
            FeishuFrame again = FeishuFrame.read(written).orElseThrow();
            assertThat(again.bytes()).isEqualTo(written);
            assertThat(again.payload()).isEqualTo(frame.payload());
            assertThat(again.headers()).isEqualTo(frame.headers());
            assertThat(again.method()).isEqualTo(frame.method());
        });
    }
}
