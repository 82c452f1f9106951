package io.xietong.app.store;

import io.xietong.app.search.SearchIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The company's books, open for one transaction. Not thread-safe and not to be kept beyond it. */
public final class Books {

    private final Handle handle;
    private final Memory memory;
    private final Premises premises;
    private final PeopleFacts people;

    private Books(Handle handle, Memory memory, boolean trusting) {
        this.handle = handle;
        this.memory = memory;
        this.premises = new Premises(handle, trusting);
        this.people = new PeopleFacts(handle, memory.people(), premises);
    }

    /**
     * Does all the work of a transaction that is to be committed.
     *
     * @param trusting whether it may rely on what the node remembers and find out at the end whether that was right
     * @throws StaleVersion when it was not
     */
    static <T> T inTransaction(Handle handle, Memory memory, boolean trusting, Function<Books, T> work) {
        Books books = new Books(handle, memory, trusting);
        T result = work.apply(books);
        books.premises.confirm();
        return result;
    }

    static <T> T reading(Handle handle, Memory memory, Function<Books, T> work) {
        return work.apply(new Books(handle, memory, false));
    }

    public JdbiRequests requests() {
        return new JdbiRequests(handle, memory, premises);
    }

    public JdbiDisputes disputes() {
        return new JdbiDisputes(handle, memory);
    }

    public JdbiActionItems actionItems() {
        return new JdbiActionItems(handle, memory);
    }

    public JdbiProjects projects() {
        return new JdbiProjects(handle, memory);
    }

    public JdbiGates gates() {
        return new JdbiGates(handle, memory);
    }

    public JdbiMeetings meetings() {
        return new JdbiMeetings(handle, memory);
    }

    public JdbiWaiting waiting() {
        return new JdbiWaiting(handle);
    }

    public JdbiFeeds feeds() {
        return new JdbiFeeds(handle);
    }

    public JdbiNotices notices() {
        return new JdbiNotices(handle, memory);
    }

    public JdbiDocuments documents() {
        return new JdbiDocuments(handle, memory);
    }

    public JdbiFiles files() {
        return new JdbiFiles(handle);
    }

    public JdbiUploads uploads() {
        return new JdbiUploads(handle);
    }

    public JdbiDeadlines deadlines() {
        return new JdbiDeadlines(handle);
    }

    public JdbiTrail trail() {
        return new JdbiTrail(handle);
    }

    /** Which items changed lately. */
    public JdbiChanges changes() {
        return new JdbiChanges(handle, memory.serials());
    }

    /** The words of this database's items, in memory. */
    public SearchIndex search() {
        return memory.search();
    }

    public JdbiInbox inbox() {
        return new JdbiInbox(handle, premises);
    }

    public JdbiOutbox outbox() {
        return new JdbiOutbox(handle, memory.serials());
    }

    public JdbiClaims claims() {
        return new JdbiClaims(handle);
    }

    public JdbiPlaces places() {
        return new JdbiPlaces(handle, memory.serials());
    }

    public JdbiPeople people() {
        return new JdbiPeople(handle, people);
    }

    public JdbiChatGroups groups() {
        return new JdbiChatGroups(handle);
    }

    public JdbiCalendarEvents calendarEvents() {
        return new JdbiCalendarEvents(handle);
    }

    public JdbiGreetings greetings() {
        return new JdbiGreetings(handle);
    }

    public JdbiCompanyState company() {
        return new JdbiCompanyState(handle);
    }

    public JdbiTokens tokens() {
        return new JdbiTokens(handle);
    }

    public JdbiNodes nodes() {
        return new JdbiNodes(handle);
    }

    public JdbiLeases leases() {
        return new JdbiLeases(handle);
    }

    public JdbiForms forms() {
        return new JdbiForms(handle);
    }

    public JdbiVisits visits() {
        return new JdbiVisits(handle);
    }

    /** That the database was put back from a copy; empty when it never was. */
    public Optional<Restored> restored() {
        return Restored.of(company());
    }

    List<Serials.Skipped> skipped() {
        return Serials.skipped(handle);
    }

    /** No number and no message that this database may have given out since it was copied is ever given out again. */
    void skipNumbers() {
        TrailVerification.TABLES
                .values()
                .forEach(table -> memory.serials().skip(table + "_number", "serial", 1_000, handle));
        memory.serials().skip("outbox", "id", 1_000_000, handle);
    }

    /** Who may open the console. */
    public JdbiConsolePasses consolePasses() {
        return new JdbiConsolePasses(handle);
    }

    public JdbiLeavers leavers() {
        return new JdbiLeavers(handle, people);
    }
}
