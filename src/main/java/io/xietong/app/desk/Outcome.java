package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.chat.ChatPlatform.NotSent;
import java.time.Duration;
import java.util.Optional;

/** How an errand that is no message went: a fault, a time to wait for, or what to write down. */
record Outcome(Optional<NotSent> fault, Optional<Duration> hold, End end) {

    /** Writes down how it went; false when the lease was lost. */
    interface End {
        boolean of(Books books);
    }

    static Outcome ended(End end) {
        return new Outcome(Optional.empty(), Optional.empty(), end);
    }

    static Outcome failed(NotSent fault) {
        return new Outcome(Optional.of(fault), Optional.empty(), books -> true);
    }

    static Outcome later(Duration wait) {
        return new Outcome(Optional.empty(), Optional.of(wait), books -> true);
    }
}
