package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.app.config.Settings;
import io.xietong.core.chat.Command;
import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Language;
import io.xietong.fuzz.Nearby;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Whatever is typed: nothing is done to an item that was not named, at most three verbs are offered, and it takes no time. */
class PhrasebookFuzz {

    private static final Phrasebook BOOK = Phrases.book();
    private static final Organisation COMPANY =
            CompanyFiles.read(Settings.read(settings(), Map.of())).get().organisation();
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int LONGEST = 4_000;
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    /** Of the demo company; the fuzzer runs in the project's folder, the other tests in the module's. */
    private static Path settings() {
        Path here = Path.of("config", "xietong.yml");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }

    @FuzzTest(maxDuration = "60s")
    void nothing_is_done_to_an_item_that_was_not_named(byte[] bytes) {
        Nearby.eachText(bytes, 6, PhrasebookFuzz::holds);
    }

    private static void holds(String typed) {
        String text = typed.substring(0, Math.min(LONGEST, typed.length()));
        long start = PROCESSOR.getCurrentThreadCpuTime();
        Reading reading = read(text);
        assertThat(PROCESSOR.getCurrentThreadCpuTime() - start)
                .as("time for %s characters", text.length())
                .isLessThan(PATIENCE_NANOS);
        assertThat(read(text)).as("the same words mean the same").hasToString(reading.toString());
        if (reading instanceof Reading.Unclear unclear)
            assertThat(unclear.nearest()).hasSizeLessThanOrEqualTo(3).allMatch(BOOK.phrases()::contains);
        if (reading instanceof Reading.Understood understood)
            number(understood.command()).ifPresent(number -> named(number, text));
        if (reading instanceof Reading.Incomplete incomplete)
            incomplete.number().ifPresent(number -> named(number, text));
    }

    private static Reading read(String text) {
        return BOOK.read(new Hearing(
                text,
                Map.of(),
                COMPANY,
                "li.lei",
                false,
                TUESDAY,
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY,
                Language.CHINESE));
    }

    /** The item that a command is about. */
    private static Optional<ItemNumber> number(Command command) {
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            if (component.getType() != ItemNumber.class) continue;
            try {
                component.getAccessor().setAccessible(true);
                return Optional.ofNullable((ItemNumber) component.getAccessor().invoke(command));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return Optional.empty();
    }

    private static void named(ItemNumber number, String text) {
        String seen = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{C}", "");
        assertThat(seen).contains(Long.toString(number.serial()));
    }
}
