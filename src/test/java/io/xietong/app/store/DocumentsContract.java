package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.Document;
import io.xietong.core.library.Edition;
import io.xietong.core.library.LibraryFile;
import io.xietong.core.library.Shelf;
import io.xietong.core.library.State;
import io.xietong.core.people.Audience;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of documents. */
abstract class DocumentsContract extends DatabaseContract {

    private Document document(String name, Edition... editions) {
        return new Document(
                next(Books::documents),
                1,
                State.CURRENT,
                Shelf.PROJECT,
                name,
                "he.tao",
                new Audience(false, List.of("production", "design"), List.of("li.lei")),
                List.of(editions),
                LocalDate.of(2027, 6, 1),
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.REVIEW, 1, "production")));
    }

    private static Edition link(String note) {
        return new Edition("https://docs.example/1", Optional.empty(), "he.tao", NOW, note);
    }

    private static Edition file(String name) {
        LibraryFile file = new LibraryFile(name, "ab".repeat(32), 4_000);
        return new Edition("", Optional.of(file), "xu.ning", NOW.plusSeconds(60), "改了第三页");
    }

    @Test
    void a_document_comes_back_with_its_versions_and_for_whom_it_is() {
        Document shelved = document("样机图纸 🎉", link(""));
        Stored<Document> kept = save(Books::documents, Optional.empty(), shelved);
        assertThat(find(Books::documents, shelved.number())).contains(kept);
        Document renewed = new Document(
                shelved.number(),
                2,
                State.CURRENT,
                Shelf.PROJECT,
                "样机图纸 🎉",
                "xu.ning",
                shelved.audience(),
                List.of(link(""), file("图纸.pdf")),
                LocalDate.of(2027, 7, 1),
                Set.of(),
                List.of(Samples.clock(Purpose.REVIEW, 1, "production")));
        Stored<Document> after = save(Books::documents, Optional.of(kept), renewed);
        assertThat(find(Books::documents, shelved.number())).contains(after);
    }

    @Test
    void those_that_may_name_an_item_are_found_however_it_is_spelt() {
        List<Document> naming = List.of(
                document("XM-12 样机图纸", link("")),
                document("样机图纸", link("见 xm 12 的任务书")),
                document("报价单", link(""), file("Xm12-报价.pdf")));
        List<Document> others =
                List.of(document("XM-13 样机图纸", link("")), document("12 月报表", link("XQ-12"), file("12.pdf")));
        naming.forEach(one -> save(Books::documents, Optional.empty(), one));
        others.forEach(one -> save(Books::documents, Optional.empty(), one));
        List<Long> found = database.read(books -> books.documents().mayName(new ItemNumber(ItemKind.PROJECT, 12)));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        naming.stream().map(one -> one.number().serial()).toList());
    }
}
