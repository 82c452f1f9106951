package io.xietong.app.desk;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.JdbiFiles;
import java.time.Duration;

/** A file for the speaker, behind a link that works once and for an hour. */
final class Download {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private Download() {}

    /** Keeps the file. @param type as a browser is told @return the link's address */
    static String link(Turn turn, String name, String type, byte[] content) {
        String token = OneTimeToken.make();
        String file = turn.books.files().keep(content, turn.now);
        JdbiFiles.Link link =
                new JdbiFiles.Link(file, name, type, content.length, turn.speaker.id(), turn.now.plus(LIFETIME), false);
        turn.books.files().link(OneTimeToken.hash(token), link, turn.now);
        return turn.company.publicUrl() + "/file/" + token;
    }
}
