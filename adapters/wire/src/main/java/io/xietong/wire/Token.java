package io.xietong.wire;

import java.time.Instant;

/** An access token of a platform. Never shows itself in a log. */
public record Token(String value, Instant until) {

    @Override
    public String toString() {
        return "token until " + until;
    }
}
