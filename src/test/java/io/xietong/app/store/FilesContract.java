package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.library.LibraryFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every database must keep of files. */
abstract class FilesContract extends DatabaseContract {

    @Test
    void an_upload_is_taken_once_by_who_sent_it_and_holds_its_file() {
        byte[] content = "价格".getBytes(StandardCharsets.UTF_8);
        Instant night = NOW.plus(Duration.ofDays(2));
        LibraryFile file = database.inTransaction(books -> {
            LibraryFile kept = new LibraryFile("价格.txt", books.files().keep(content, NOW), content.length);
            books.uploads().add("word", kept, "li.lei", night.plusSeconds(1));
            return kept;
        });
        int held = database.inTransaction(books -> books.files().forgetBefore(night));
        assertThat(held).isZero();
        assertThat(taken("word", "zhou.jie", NOW)).isEmpty();
        assertThat(taken("word", "li.lei", night.plusSeconds(1))).isEmpty();
        assertThat(taken("other", "li.lei", NOW)).isEmpty();
        assertThat(taken("word", "li.lei", NOW)).contains(file);
        assertThat(taken("word", "li.lei", NOW)).isEmpty();
        int forgotten = database.inTransaction(books -> books.files().forgetBefore(night));
        assertThat(forgotten).isEqualTo(1);
    }

    private Optional<LibraryFile> taken(String word, String person, Instant at) {
        return database.inTransaction(books -> books.uploads().take(word, person, at));
    }

    @Test
    void a_file_is_kept_once_comes_back_whole_and_goes_when_nothing_points_to_it() {
        byte[] content = new byte[1_300_000];
        new Random(7).nextBytes(content);
        String hash = database.inTransaction(books -> books.files().keep(content, NOW));
        String again = database.inTransaction(books -> books.files().keep(content, NOW));
        assertThat(again).isEqualTo(hash);
        byte[] back = database.read(books -> books.files().content(hash));
        assertThat(back).isEqualTo(content);
        JdbiFiles.Link link = new JdbiFiles.Link(
                hash, "清单.xlsx", "text/plain", content.length, "li.lei", NOW.plusSeconds(60), false, Optional.empty());
        database.inTransaction(books -> {
            books.files().link("token", link, NOW);
            return null;
        });
        Optional<JdbiFiles.Link> found = database.read(books -> books.files().find("token"));
        assertThat(found).contains(link);
        assertThat(yes(books -> books.files().take("token", NOW.plusSeconds(60))))
                .isFalse();
        assertThat(yes(books -> books.files().take("token", NOW))).isTrue();
        assertThat(yes(books -> books.files().take("token", NOW))).isFalse();
        int kept = database.inTransaction(books -> books.files().forgetBefore(NOW));
        assertThat(kept).isZero();
        int young = database.inTransaction(books -> books.files().forgetBefore(NOW.plusSeconds(61)));
        assertThat(young).as("what was kept less than a day ago").isZero();
        int gone = database.inTransaction(
                books -> books.files().forgetBefore(NOW.plusSeconds(1).plus(Duration.ofDays(1))));
        assertThat(gone).isEqualTo(1);
        Optional<JdbiFiles.Link> forgotten =
                database.read(books -> books.files().find("token"));
        assertThat(forgotten).isEmpty();
    }
}
