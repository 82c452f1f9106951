package io.xietong.app.search;

import io.xietong.core.item.ItemNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The words of all items of one database, in this process's memory. Made from the database after each start and kept up with it;
 * who may see what was found is asked of the items themselves. Nothing is held, nor is Lucene loaded, before the first use. Thread-safe.
 */
public final class SearchIndex {

    static final String TEXT = "text";
    static final String COMMENTS = "comments";
    static final String PERSON = "person";
    private static final String NUMBER = "number";
    private static final double MEGABYTES = 8;

    private final ReentrantLock feeding = new ReentrantLock();
    private final Feed feed = new Feed();
    private FieldType terms;
    private Directory directory;
    private IndexWriter writer;
    private SearcherManager searchers;

    /** An item as it is found. @param people ids of those who have a part in it */
    public record Entry(ItemNumber number, String text, String comments, Collection<String> people) {}

    /**
     * Takes in what is not in it yet, in steps, as long as there is time.
     *
     * @param step does a little; whether nothing is left to do
     * @return whether it is up to date
     */
    public boolean feed(Duration patience, Predicate<Feed> step) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!feeding.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            boolean done = step.test(feed);
            while (!done && System.nanoTime() < end) done = step.test(feed);
            return done;
        } finally {
            feeding.unlock();
        }
    }

    /** Takes items in, in the place of what was known of them. */
    public void put(Collection<Entry> entries) {
        try {
            open();
            for (Entry entry : entries)
                writer.updateDocument(new Term(NUMBER, entry.number().toString()), document(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(NUMBER, entry.number().toString(), Field.Store.YES));
        document.add(new Field(TEXT, new ListedTerms(Terms.of(entry.text())), terms));
        document.add(new Field(COMMENTS, new ListedTerms(Terms.of(entry.comments())), terms));
        for (String person : entry.people()) document.add(new StringField(PERSON, person, Field.Store.NO));
        return document;
    }

    private synchronized void open() throws IOException {
        if (writer != null) return;
        terms = new FieldType();
        terms.setTokenized(true);
        terms.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(MEGABYTES);
        writer = new IndexWriter(directory, config);
        searchers = new SearcherManager(writer, null);
    }

    /** How much memory its words take. */
    public long bytes() {
        try {
            open();
            long bytes = writer.ramBytesUsed();
            for (String file : directory.listAll()) bytes += directory.fileLength(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Numbers of what fits, the best first.
     *
     * @param closest also what fits only nearly: typing errors, single wrong characters
     * @param skipped how many of the first to leave out
     */
    public List<ItemNumber> find(Sought sought, boolean closest, int skipped, int most) {
        if (sought.parts().isEmpty()) return List.of();
        try {
            open();
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                return numbers(searcher, sought, closest, skipped, most);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ItemNumber> numbers(
            IndexSearcher searcher, Sought sought, boolean closest, int skipped, int most) throws IOException {
        ScoreDoc[] hits = searcher.search(Queries.of(sought, closest), skipped + most).scoreDocs;
        StoredFields stored = searcher.storedFields();
        List<Hit> found = new ArrayList<>();
        for (ScoreDoc hit : Arrays.asList(hits).subList(Math.min(skipped, hits.length), hits.length)) {
            String number = stored.document(hit.doc).get(NUMBER);
            found.add(new Hit(ItemNumber.read(number).orElseThrow(), hit.score));
        }
        return found.stream().sorted(Hit.ORDER).map(Hit::number).toList();
    }

    private record Hit(ItemNumber number, float score) {

        /** The best first; of equals the newest. */
        private static final Comparator<Hit> ORDER = Comparator.comparing(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.number().serial(), Comparator.reverseOrder());
    }
}
