package io.xietong.core.notice;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.Collection;
import java.util.List;

/** Who hears what of a notice: its readers in person, for nobody reads in another's place. */
final class NoticeNews {

    private final Notice notice;
    private final Occasion occasion;
    private final News news;

    private NoticeNews(Notice notice, Occasion occasion) {
        this.notice = notice;
        this.occasion = occasion;
        this.news = new News(notice, occasion);
    }

    static List<Outgoing> of(Notice after, List<Fact> facts, Occasion occasion) {
        NoticeNews told = new NoticeNews(after, occasion);
        facts.forEach(told::tell);
        return told.news.all();
    }

    private void tell(Fact fact) {
        if (fact instanceof NoticeFact.NoticePublished) {
            readers(say(notice.mustRead() ? "must-read" : "published", author(), NoticeCards.kind(notice.kind())));
            if (occasion.actor().person().isEmpty())
                news.person(notice.by(), say("out", readersNow().size()), Urgency.NORMAL);
        } else if (fact instanceof NoticeFact.NoticeConfirmed confirmed) {
            if (confirmed.confirmed() == confirmed.readers())
                news.person(notice.by(), say("all-read", confirmed.readers()), Urgency.NORMAL);
        } else if (fact instanceof NoticeFact.NoticeCorrected && notice.state() != State.SCHEDULED) {
            readers(say("corrected", news.actor()));
        } else if (fact instanceof NoticeFact.NoticeWithdrawn && wasOut()) {
            readers(say("withdrawn", news.actor()));
        } else if (fact instanceof SharedFact.Commented comment) {
            news.person(notice.by(), say("commented", news.actor(), comment.text()), Urgency.NORMAL);
            news.watchers(say("commented", news.actor(), comment.text()));
        } else if (fact instanceof SharedFact.RungReached rung) {
            rung(rung);
        }
    }

    private void rung(SharedFact.RungReached rung) {
        Message headline = rung.rung().startsWith("T-") ? say("soon", rung.due()) : say("overdue", rung.due());
        for (String reader : notice.missing()) news.remindReader(reader, headline, rung.purpose(), Urgency.NORMAL);
        if (rung.timeIsUp())
            news.remind(
                    notice.by(),
                    say("rate", notice.confirmed(), notice.receipts().size(), notice.readRate()),
                    rung.purpose());
    }

    /** What must be read comes at once, other notices with the digest. */
    private void readers(Message headline) {
        Urgency urgency = notice.mustRead() ? Urgency.NORMAL : Urgency.LOW;
        for (String reader : readersNow()) news.reader(reader, headline, urgency);
    }

    private Collection<String> readersNow() {
        return notice.receipts().isEmpty()
                ? NoticeRules.readers(notice, occasion.organisation())
                : notice.receipts().keySet();
    }

    /** Whether it was published before it was withdrawn. */
    private boolean wasOut() {
        return notice.deadlines().stream()
                .noneMatch(
                        clock -> clock.purpose() == Purpose.PUBLICATION && clock.state() == Deadline.State.CANCELLED);
    }

    private Object author() {
        return NoticeCards.author(notice, occasion.organisation());
    }

    private static Message say(String key, Object... args) {
        return Message.of("notice.news." + key, args);
    }
}
