package io.xietong.app.store;

import org.jdbi.v3.core.Handle;

/** The company's books, open for one transaction. Not thread-safe and not to be kept beyond it. */
public final class Books {

    private final Handle handle;

    Books(Handle handle) {
        this.handle = handle;
    }

    public JdbiRequests requests() {
        return new JdbiRequests(handle);
    }

    public JdbiTrail trail() {
        return new JdbiTrail(handle);
    }

    public JdbiInbox inbox() {
        return new JdbiInbox(handle);
    }

    public JdbiOutbox outbox() {
        return new JdbiOutbox(handle);
    }

    public JdbiClaims claims() {
        return new JdbiClaims(handle);
    }

    public JdbiPlaces places() {
        return new JdbiPlaces(handle);
    }

    public JdbiPeople people() {
        return new JdbiPeople(handle);
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

    public JdbiLeases leases() {
        return new JdbiLeases(handle);
    }

    public JdbiForms forms() {
        return new JdbiForms(handle);
    }

    public JdbiLeavers leavers() {
        return new JdbiLeavers(handle);
    }
}
