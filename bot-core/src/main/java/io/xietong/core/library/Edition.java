package io.xietong.core.library;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a document: an address, or a file.
 *
 * @param link where it is; begins with {@code http://} or {@code https://}; empty for a file
 * @param by   person id
 * @param note what is new in it; may be empty
 */
public record Edition(String link, Optional<LibraryFile> file, String by, Instant at, String note) {

    /** Its address, or the name of its file. */
    public String where() {
        return file.map(LibraryFile::name).orElse(link);
    }
}
