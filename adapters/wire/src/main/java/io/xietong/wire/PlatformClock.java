package io.xietong.wire;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's clock, and by how much it is ahead of a platform's, as the {@code Date} of the platform's last answer tells. The
 * time is this machine's all the same: what others say of the time is measured and never believed (decision 0048). One for each
 * platform, shared by its calls and its doors. Thread-safe.
 */
public final class PlatformClock extends Clock {

    /** How far a call's time stamp may be off (design.md section 4). */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(PlatformClock.class);
    private static final Duration NOTED = TOLERANCE.dividedBy(5);

    private final String platform;
    private final Clock machine;
    private volatile Optional<Duration> ahead = Optional.empty();

    /** @param platform its name, for the log */
    public PlatformClock(String platform, Clock machine) {
        this.platform = platform;
        this.machine = machine;
    }

    /** By how much this machine's clock is ahead, negative when it is behind; to the second. Empty until the platform answered. */
    public Optional<Duration> ahead() {
        return ahead;
    }

    /** The same when somebody should see to it. */
    public Optional<Duration> noted() {
        return ahead.filter(off -> off.abs().compareTo(NOTED) > 0);
    }

    /** Whether it is so far off that what the platform brings is refused. */
    public boolean isOff() {
        return ahead.filter(off -> off.abs().compareTo(TOLERANCE) > 0).isPresent();
    }

    /** Takes the time from an answer that was just had. */
    void hears(HttpHeaders headers) {
        headers.firstValue("Date").flatMap(PlatformClock::moment).ifPresent(this::compare);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private synchronized void compare(Instant theirs) {
        boolean was = isOff();
        ahead = Optional.of(Duration.between(theirs, machine.instant()));
        if (isOff() == was) return;
        if (was) log.info("this machine's clock agrees with {}'s again", platform);
        else log.error("what {} brings is refused: {}", platform, state());
    }

    /** Whether a well-signed call is of now; of one that is not the log says why. */
    boolean accepts(Instant stamp) {
        Duration age = Duration.between(stamp, machine.instant());
        if (age.abs().compareTo(TOLERANCE) <= 0) return true;
        log.warn(
                "refused a well-signed call of {}, {} s old by this machine's clock: {}",
                platform,
                age.toSeconds(),
                state());
        return false;
    }

    private String state() {
        if (ahead.isEmpty())
            return "if that goes on, this machine's clock is off; switch on time synchronisation (NTP)";
        if (noted().isEmpty()) return "it was made then, this machine's clock is right";
        return "this machine's clock is " + ahead.get().toSeconds() + " s ahead of " + platform
                + "'s; switch on time synchronisation (NTP)";
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
