package io.xietong.app.store;

/** Somebody else changed the row between reading and writing; the transaction is run again. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1;

    StaleVersion(String what) {
        super(what + " was changed meanwhile");
    }
}
