package io.xietong.app.store;

/** The same event was committed by another thread or node meanwhile; the transaction is run again and finds its answer. */
public final class DuplicateEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    DuplicateEvent(Throwable cause) {
        super(cause);
    }
}
