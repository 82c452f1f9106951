package io.xietong.core.library;

import io.xietong.core.item.Fact;
import java.time.LocalDate;

/** What happened to a document. Each fact is one entry of its trail. */
public sealed interface LibraryFact extends Fact {

    record Shelved(Shelf shelf, String name, String link) implements LibraryFact {}

    /** @param edition from 1 */
    record Renewed(int edition, String link, String note) implements LibraryFact {}

    /** The version is a file; said after the fact that made the version. */
    record Uploaded(int edition, String file, long size, String hash) implements LibraryFact {}

    record Reviewed(LocalDate next) implements LibraryFact {}

    record DocumentHandedOver(String from, String to) implements LibraryFact {}

    record TakenOff() implements LibraryFact {}
}
