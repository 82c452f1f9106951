package io.xietong.wire;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a platform answered, whole and within the limits.
 *
 * @param body decoded as UTF-8; may be anything, a proxy's HTML included
 */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
