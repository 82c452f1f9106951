package io.xietong.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A secret of the configuration. It never shows itself; its fingerprint tells two apart. */
public final class Secret {

    private final String value;

    @JsonCreator
    public Secret(String value) {
        this.value = value == null ? "" : value;
    }

    /** The secret itself, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    public boolean isSet() {
        return !value.isEmpty();
    }

    /** The first eight digits of its SHA-256; 「-」 when it is not set. */
    public String fingerprint() {
        if (value.isEmpty()) return "-";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "secret " + fingerprint();
    }
}
