package io.xietong.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes an H2 address durable and refuses settings that would weaken or open it. Other addresses stay as they are. */
final class DatabaseUrl {

    private static final Set<String> ALLOWED =
            Set.of("MODE", "WRITE_DELAY", "DB_CLOSE_ON_EXIT", "DB_CLOSE_DELAY", "CACHE_SIZE");
    private static final List<String> OWN = List.of(
            "MODE=MySQL",
            "DATABASE_TO_LOWER=TRUE",
            "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "WRITE_DELAY=0",
            "DB_CLOSE_ON_EXIT=FALSE",
            "LOCK_TIMEOUT=5000",
            "QUERY_CACHE_SIZE=64");

    private DatabaseUrl() {}

    static String durable(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            if (url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:")) return url;
            throw new DatabaseFault(DatabaseFault.Kind.SETTING, url.split("[?;]")[0], null);
        }
        String[] parts = url.split(";");
        List<String> kept = new ArrayList<>(List.of(parts[0]));
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
}
