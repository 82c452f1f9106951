package io.xietong.core.library;

import java.time.Instant;

/**
 * One version of a document.
 *
 * @param link where it is; begins with {@code http://} or {@code https://}
 * @param by   person id
 * @param note what is new in it; may be empty
 */
public record Edition(String link, String by, Instant at, String note) {}
