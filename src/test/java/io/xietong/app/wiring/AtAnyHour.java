package io.xietong.app.wiring;

import io.xietong.app.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The program beside emulators for tests that live by the real clock: in the demo company nobody has quiet hours, so that what
 * people are told reaches them whenever the tests run, and no meeting comes round by itself, so that on no day of the month they
 * are told more.
 */
public final class AtAnyHour {

    private static final Path CONFIG = Path.of("..", "config");
    private static final Path POLICY = sameOnAnyDay();

    private AtAnyHour() {}

    /** The demo configuration, on a database in memory and a free port. */
    public static Settings settings(Emulation emulation, Map<String, String> more) {
        return settings(CONFIG, emulation, more);
    }

    /** @param folder a copy of the demo configuration */
    static Settings settings(Path folder, Emulation emulation, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(emulation.environment());
        environment.put("XIETONG_SERVER_PORT", "0");
        environment.put("XIETONG_DATABASE_URL", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        environment.put("XIETONG_POLICY", policy().toString());
        environment.putAll(more);
        return Settings.read(folder.resolve("xietong.yml"), environment);
    }

    /** The demo policy without quiet hours and without series of meetings. */
    public static Path policy() {
        return POLICY.toAbsolutePath();
    }

    private static Path sameOnAnyDay() {
        try {
            String policy = Files.readString(CONFIG.resolve("policy.yml"));
            String awake = without(policy, "quiet-from: \"20:00\"", "quiet-from: \"08:30\"");
            Path copy = Files.createTempFile("xietong-policy", ".yml");
            copy.toFile().deleteOnExit();
            return Files.writeString(copy, without(awake, "(?m)^  series:.*\\R(    .*\\R)+", "  series: []\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String without(String policy, String pattern, String instead) {
        String changed = policy.replaceFirst(pattern, instead);
        if (changed.equals(policy)) throw new IllegalStateException("the demo policy has no " + pattern);
        return changed;
    }
}
