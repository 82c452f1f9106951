package io.xietong.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes an H2 address durable and refuses settings that would weaken or open it. A server's address stays as it is
 * unless it asks for what would.
 *
 * <p>Files are opened through H2's asynchronous channels: with its usual ones, interrupting a thread that happens to read or
 * write closes the database for everybody (decision 0020).
 */
final class DatabaseUrl {

    private static final Set<String> ALLOWED =
            Set.of("MODE", "WRITE_DELAY", "DB_CLOSE_ON_EXIT", "DB_CLOSE_DELAY", "CACHE_SIZE");
    /**
     * Commits are not written one by one, because nobody is answered before a flush (decision 0025). A file that is closed is not
     * tidied: that writes over what a kill meanwhile would need (decision 0042).
     */
    private static final List<String> OWN = List.of(
            "MODE=MySQL",
            "DATABASE_TO_LOWER=TRUE",
            "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "WRITE_DELAY=2147483647",
            "MAX_COMPACT_TIME=0",
            "DB_CLOSE_ON_EXIT=FALSE",
            "LOCK_TIMEOUT=5000",
            "QUERY_CACHE_SIZE=64");

    /**
     * Guarded updates count the rows they found, not those they changed; the others let a server read files of this machine or
     * have it run classes.
     */
    private static final List<String> REFUSED = List.of(
            "useaffectedrows=true",
            "autodeserialize=true",
            "allowloadlocalinfile=true",
            "allowurlinlocalinfile=true",
            "allowlocalinfile=true",
            "queryinterceptors=",
            "connectionlifecycleinterceptors=");

    private static final String H2 = "jdbc:h2:";
    private static final String ASYNC = "async:";
    /** A server, an archive and the like; one letter before the colon is a drive. */
    private static final Pattern OTHER_STORE = Pattern.compile("[A-Za-z]{2,}:.*");

    private DatabaseUrl() {}

    static String durable(String url) {
        if (!url.startsWith(H2)) {
            if (ServerSession.isServer(url)) return harmless(url);
            throw new DatabaseFault(DatabaseFault.Kind.SETTING, url.split("[?;]")[0], null);
        }
        String[] parts = url.split(";");
        List<String> kept = new ArrayList<>(List.of(uninterruptible(parts[0])));
        for (int i = 1; i < parts.length; i++) {
            String setting = parts[i].toUpperCase(Locale.ROOT);
            String name = setting.split("=")[0].strip();
            boolean weak = name.equals("WRITE_DELAY") && !setting.endsWith("=0")
                    || name.equals("MODE") && !setting.endsWith("=MYSQL");
            if (!ALLOWED.contains(name) || weak) throw new DatabaseFault(DatabaseFault.Kind.SETTING, parts[i], null);
            boolean ours = OWN.stream().anyMatch(own -> own.startsWith(name + "="));
            if (!ours) kept.add(parts[i]);
        }
        kept.addAll(OWN);
        return String.join(";", kept);
    }

    /** @return the same address */
    private static String harmless(String url) {
        String asked = url.toLowerCase(Locale.ROOT);
        for (String setting : REFUSED)
            if (asked.contains(setting)) throw new DatabaseFault(DatabaseFault.Kind.SETTING, setting, null);
        return url;
    }

    private static String uninterruptible(String address) {
        String place = address.substring(H2.length());
        if (place.startsWith("mem:") || place.startsWith(ASYNC)) return address;
        if (place.startsWith("file:")) return H2 + ASYNC + place.substring("file:".length());
        if (OTHER_STORE.matcher(place).matches()) {
            throw new DatabaseFault(DatabaseFault.Kind.SETTING, address, null);
        }
        return H2 + ASYNC + place;
    }
}
