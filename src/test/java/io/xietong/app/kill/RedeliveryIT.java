package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real jar dies or is paused where it hurts most, while a platform outside remembers what people see (faults.md rows 1-4, 7). */
@Timeout(900)
class RedeliveryIT {

    private static final String ASKER = "ou_lilei";
    private static final String CONTACT = "ou_zhoujie";

    @TempDir
    private Path folder;

    private final Outside platform = new Outside();

    @AfterEach
    void close() {
        platform.close();
    }

    private void awaitBothSee() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> !platform.sees(ASKER, "XQ-1").isEmpty()
                        && !platform.sees(CONTACT, "XQ-1").isEmpty());
    }

    private void bothHaveSeenItOnce() {
        assertThat(platform.sees(ASKER, "XQ-")).hasSize(1);
        assertThat(platform.sees(CONTACT, "XQ-")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-commit", "after-commit", "before-send", "after-send"})
    void whatever_is_brought_again_after_a_kill_is_filed_once_and_told_once(String place) throws Exception {
        Node.Start start = platform.joined(Node.Start.in(folder));
        try (Node dying = start.crashing(place).node()) {
            platform.pushTo(dying);
            platform.says(ASKER, "求助 设计部 新品海报");
            assertThat(dying.diesWithin(180, TimeUnit.SECONDS)).as(dying.log()).isTrue();
        }
        try (Node node = start.node()) {
            platform.bringsAgain();
            awaitBothSee();
            assertThat(node.stop()).as(node.log()).isZero();
        }
        bothHaveSeenItOnce();
        List<String> keys = platform.keys();
        if (place.equals("after-send"))
            assertThat(keys).as("sent again with the same key").hasSizeGreaterThan(new HashSet<>(keys).size());
        else assertThat(keys).doesNotHaveDuplicates();
        try (Oracle oracle = Oracle.of(folder)) {
            assertThat(oracle.requests()).containsExactly("新品海报");
        }
    }

    @Test
    void who_was_paused_for_longer_than_the_leases_writes_nothing_when_it_goes_on() throws Exception {
        Node.Start start =
                platform.joined(Node.Start.in(folder).on(MariaDbServer.shared().freshDatabase()));
        try (Node paused = start.node()) {
            platform.pushTo(paused);
            platform.answersLate(Duration.ofSeconds(4), 2);
            platform.says(ASKER, "求助 设计部 新品海报");
            awaitBothSee();
            paused.signal("STOP");
            platform.isWell();
            int sent = platform.keys().size();
            try (Node other = Node.Start.in(folder).with(start.environment()).node()) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(180))
                        .until(() -> platform.keys().size() >= sent + 2);
                platform.pushTo(other);
                platform.says(CONTACT, "婉拒 XQ-1 今年没有预算");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(180))
                        .until(() -> !platform.sees(ASKER, "设计部 周洁 婉拒").isEmpty());
                paused.signal("CONT");
                Awaitility.await()
                        .atMost(Duration.ofSeconds(180))
                        .until(() -> paused.log().contains("a lease ended before its message was done"));
                assertThat(paused.isReady()).isTrue();
                assertThat(other.stop()).as(other.log()).isZero();
            }
            assertThat(paused.stop()).as(paused.log()).isZero();
        }
        assertThat(platform.sees(ASKER, "设计部 周洁 婉拒")).hasSize(1);
        assertThat(platform.sees(CONTACT, "向你求助")).hasSize(1);
    }
}
