package io.xietong.core.notice;

import io.xietong.core.item.Fact;
import java.time.Instant;

/** What happened to a notice. Each fact is one entry of its trail. */
public sealed interface NoticeFact extends Fact {

    /** It waits for its time. */
    record NoticeScheduled(NoticeKind kind, Instant at) implements NoticeFact {}

    /** It went out. @param readers how many are to read it */
    record NoticePublished(NoticeKind kind, int readers) implements NoticeFact {}

    /** One reader has read it. @param confirmed how many have by now */
    record NoticeConfirmed(int confirmed, int readers) implements NoticeFact {

        /** The other readers' cards say the same as before. */
        @Override
        public boolean decides() {
            return false;
        }
    }

    record NoticeCorrected(String before, String after) implements NoticeFact {}

    record NoticeWithdrawn() implements NoticeFact {}
}
