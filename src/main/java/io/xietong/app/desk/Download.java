package io.xietong.app.desk;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.JdbiFiles;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.LibraryFile;
import java.time.Duration;
import java.util.Optional;

/** A file for the speaker, behind a link that works once and for an hour. */
final class Download {

    /** As browsers are told of what somebody uploaded: they know no program that opens it. */
    private static final String UNKNOWN = "application/octet-stream";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private Download() {}

    /** Keeps the file. @param type as a browser is told @return the link's address */
    static String link(Turn turn, String name, String type, byte[] content) {
        String hash = turn.books.files().keep(content, turn.now);
        return link(turn, new LibraryFile(name, hash, content.length), type, Optional.empty());
    }

    /** Of a file that is kept. @param item what it is part of @return the link's address */
    static String link(Turn turn, LibraryFile file, ItemNumber item) {
        return link(turn, file, UNKNOWN, Optional.of(item));
    }

    private static String link(Turn turn, LibraryFile file, String type, Optional<ItemNumber> item) {
        String token = OneTimeToken.make();
        JdbiFiles.Link link = new JdbiFiles.Link(
                file.hash(), file.name(), type, file.size(), turn.speaker.id(), turn.now.plus(LIFETIME), false, item);
        turn.books.files().link(OneTimeToken.hash(token), link, turn.now);
        return turn.company.publicUrl() + "/file/" + token;
    }
}
