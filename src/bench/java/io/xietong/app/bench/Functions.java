package io.xietong.app.bench;

import io.xietong.app.config.CalendarFiles;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.calendar.ResponseTime;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Hearing;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Language;
import io.xietong.core.trail.TrailEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules that every command passes through, one call each, beside the least that the same task takes. Run by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Functions {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final List<String> SAID = List.of(
            "求助 设计部 新品海报 周五前",
            "受理 XQ-132 周五",
            "XQ-132 婉拒 本周排满了",
            "请市场部下周三之前给出展会的主视觉",
            "待办",
            "@协同 麻烦帮忙看一下132怎么样了",
            "transfer XQ-132 to design, it is theirs",
            "完成 XQ-132 海报在共享盘",
            "今天午饭吃什么");

    private final Organisation organisation =
            OrganisationFile.read(Path.of("config", "organisation.yml")).organisation();
    private final Phrasebook book = Phrases.book();
    private final List<String> words =
            book.phrases().stream().flatMap(Phrase::words).distinct().toList();
    private final WorkCalendar calendar =
            new WorkCalendar(CalendarFiles.read(Path.of("config", "calendar"), organisation));
    private final ResponseTime day =
            new ResponseTime(ResponseTime.Mode.NATURAL_ROLLED, Duration.ofHours(24), Duration.ofHours(1));
    private final TrailEntry entry = new TrailEntry(
            ItemNumber.request(132),
            3,
            Instant.parse("2026-11-24T01:00:00Z"),
            Actor.person("zhou.jie"),
            new TrailEntry.Source("feishu", "oc_84d1", "5e3702a84e847582be8db7fb73283c02"),
            "Accepted",
            "{\"promised\":\"2026-11-27\"}",
            Optional.of("PENDING"),
            "ACCEPTED",
            TrailEntry.NO_HASH);
    private int next;

    /** A sentence, from the text to the command. */
    @Benchmark
    public Reading read() {
        return book.read(new Hearing(
                said(), Map.of(), organisation, "li.lei", false, TODAY, calendar::isWorkingDay, Language.CHINESE));
    }

    /** Looks in the same sentence for every word that names a verb. */
    @Benchmark
    public int readBare() {
        String text = said();
        int found = 0;
        for (String word : words) if (text.contains(word)) found++;
        return found;
    }

    /** The end of 24 hours, from a working day into the weekend. */
    @Benchmark
    public Instant due() {
        return day.due(calendar, Instant.parse("2026-11-27T02:00:00Z"), List.of());
    }

    /** The same by a rule that knows weekends alone. */
    @Benchmark
    public Instant dueBare() {
        ZonedDateTime end =
                Instant.parse("2026-11-27T02:00:00Z").plus(Duration.ofHours(24)).atZone(organisation.zone());
        while (end.getDayOfWeek().getValue() > 5) end = end.plusDays(1);
        return end.toInstant();
    }

    /** A trail entry behind the one before it. */
    @Benchmark
    public TrailEntry seal() {
        return entry.sealed(TrailEntry.NO_HASH);
    }

    /** SHA-256 over as many bytes. */
    @Benchmark
    public byte[] sealBare() throws GeneralSecurityException {
        String whole = TrailEntry.NO_HASH
                + entry.item()
                + entry.seq()
                + entry.at()
                + entry.actor()
                + entry.source()
                + entry.fact()
                + entry.detail()
                + entry.stateAfter();
        return MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
    }

    private String said() {
        next = (next + 1) % SAID.size();
        return SAID.get(next);
    }
}
