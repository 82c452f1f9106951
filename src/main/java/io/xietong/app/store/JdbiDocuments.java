package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.Document;
import io.xietong.core.library.Edition;
import io.xietong.core.library.LibraryFile;
import io.xietong.core.library.Shelf;
import io.xietong.core.library.State;
import io.xietong.core.people.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Documents with their audience, versions and clocks. */
public final class JdbiDocuments extends ItemTable<Document> {

    private final ItemPeople people;
    private final Audiences audiences;

    JdbiDocuments(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.DOCUMENT, "document", List.of(State.CURRENT));
        this.people = new ItemPeople(handle, ItemKind.DOCUMENT);
        this.audiences = new Audiences(handle);
    }

    /** What a document is made of besides its own row. */
    private record Rest(
            Map<String, Audience> audiences,
            Map<Long, List<Edition>> editions,
            Map<String, Set<String>> watchers,
            Map<String, List<Deadline>> clocks) {}

    @Override
    public List<Stored<Document>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        Rest rest = new Rest(audiences.of(items), editions(serials), people.watchers(items), deadlines.of(items));
        return handle.createQuery("SELECT * FROM document WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> document(row, rest))
                .list();
    }

    private Map<Long, List<Edition>> editions(Collection<Long> serials) {
        Map<Long, List<Edition>> editions = new HashMap<>();
        handle.createQuery("SELECT * FROM document_edition WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> editions.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(new Edition(
                                row.getString("link"),
                                file(row),
                                row.getString("added_by"),
                                Sql.instant(row, "added_at"),
                                row.getString("note"))))
                .list();
        return editions;
    }

    private static Optional<LibraryFile> file(ResultSet row) throws SQLException {
        Optional<String> hash = Sql.optional(row, "file");
        if (hash.isEmpty()) return Optional.empty();
        return Optional.of(new LibraryFile(row.getString("file_name"), hash.get(), row.getLong("file_size")));
    }

    private static Stored<Document> document(ResultSet row, Rest rest) throws SQLException {
        ItemNumber number = new ItemNumber(ItemKind.DOCUMENT, row.getLong("serial"));
        Document document = new Document(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                Shelf.valueOf(row.getString("shelf")),
                row.getString("title"),
                row.getString("owner"),
                rest.audiences().getOrDefault(number.toString(), Audience.COMPANY),
                rest.editions().getOrDefault(number.serial(), List.of()),
                row.getObject("review", LocalDate.class),
                rest.watchers().getOrDefault(number.toString(), Set.of()),
                rest.clocks().getOrDefault(number.toString(), List.of()));
        return new Stored<>(document, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    @Override
    void insert(Stored<Document> stored) {
        Document document = stored.item();
        handle.execute(
                """
                INSERT INTO document (serial, version, state, shelf, title, owner, review, trail_entries, trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?)""",
                values(
                        document.number().serial(),
                        document.version(),
                        document.state(),
                        document.shelf(),
                        document.name(),
                        document.owner(),
                        document.review(),
                        stored.entries(),
                        stored.hash()));
        audiences.keep(document.number(), document.audience());
    }

    @Override
    void update(List<Change<Document>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE document SET version=?, state=?, owner=?, review=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<Document> change : changes) {
            Document after = change.item();
            batch.add(
                    after.version(),
                    after.state(),
                    after.owner(),
                    after.review(),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version());
        }
        guarded(batch, changes);
    }

    /** Versions are only ever added. */
    @Override
    void saveChildren(Change<Document> change) {
        people.save(change);
        int known = change.earlier().map(Document::editions).orElse(List.of()).size();
        List<Edition> editions = change.item().editions();
        Batch batch = new Batch(
                handle,
                "INSERT INTO document_edition (serial, position, link, added_by, added_at, note, file, file_name, file_size)"
                        + " VALUES (?,?,?,?,?,?,?,?,?)");
        for (int i = known; i < editions.size(); i++) {
            Edition edition = editions.get(i);
            batch.add(
                    change.item().number().serial(),
                    i,
                    edition.link(),
                    edition.by(),
                    edition.at(),
                    edition.note(),
                    edition.file().map(LibraryFile::hash),
                    edition.file().map(LibraryFile::name),
                    edition.file().map(LibraryFile::size));
        }
        batch.execute();
    }

    /** Serials of those in whose texts the letters of an item's number come before its digits, whatever stands between them. */
    public List<Long> mayName(ItemNumber item) {
        String spelt = "%" + item.kind().prefix().toLowerCase(Locale.ROOT) + "%" + item.serial() + "%";
        return new Select(
                        handle,
                        "SELECT serial FROM document WHERE LOWER(title) LIKE ? UNION SELECT serial FROM document_edition"
                                + " WHERE LOWER(note) LIKE ? OR LOWER(file_name) LIKE ?",
                        spelt,
                        spelt,
                        spelt)
                .list(row -> row.getLong(1));
    }

    @Override
    public List<Due> waitingFor(Duties duties, int most) {
        return people.waitingFor(duties, most);
    }

    @Override
    public List<Long> of(String person, int most) {
        return people.of(person, most);
    }
}
