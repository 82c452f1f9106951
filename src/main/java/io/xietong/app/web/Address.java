package io.xietong.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A path with its query, for links. Immutable. */
public record Address(String path, Map<String, String> query) {

    public Address {
        query = new LinkedHashMap<>(query);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with another value of a parameter. */
    public Address with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value.toString());
        return new Address(path, more);
    }

    @Override
    public String toString() {
        if (query.isEmpty()) return path;
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
