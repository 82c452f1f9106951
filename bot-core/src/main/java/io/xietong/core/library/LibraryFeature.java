package io.xietong.core.library;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The document as the desk sees it. */
public final class LibraryFeature implements Feature<Document, LibraryCommand.About> {

    private final LibraryRules rules;

    public LibraryFeature(LibraryPolicy policy) {
        this.rules = new LibraryRules(policy);
    }

    /** For putting one on a shelf. */
    public LibraryRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.DOCUMENT;
    }

    @Override
    public Class<LibraryCommand.About> commands() {
        return LibraryCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return LibraryFact.class;
    }

    @Override
    public String words() {
        return "library";
    }

    /** What everybody may open is no secret anywhere. */
    @Override
    public boolean mayShowIn(Document document, Chat chat) {
        return document.audience().company();
    }

    /** Its audience, the owner, the owner's head and the secretaries. */
    @Override
    public boolean maySee(Document document, String person, Organisation organisation, Routing routing) {
        return document.audience().holds(person, organisation)
                || LibraryRules.mayKeep(document, person, organisation)
                || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    @Override
    public Optional<String> inNameOf(Document document, LibraryCommand.About command, Occasion occasion) {
        return Optional.empty();
    }

    @Override
    public Decision<Document> decide(Document document, LibraryCommand.About command, Occasion occasion) {
        return rules.decide(document, command, occasion);
    }

    @Override
    public Document watchedBy(Document document, Set<String> watchers) {
        return document.watchedBy(watchers);
    }

    @Override
    public Decision<Document> ring(Document document, Occasion occasion) {
        return rules.ring(document, occasion);
    }

    @Override
    public Decision<Document> recompute(Document document, Occasion occasion) {
        return rules.recompute(document, occasion);
    }

    @Override
    public List<Outgoing> news(Document after, List<Fact> facts, Occasion occasion) {
        News news = new News(after, occasion);
        for (Fact fact : facts) tell(fact, after, news);
        return news.all();
    }

    private static void tell(Fact fact, Document after, News news) {
        if (fact instanceof LibraryFact.Renewed renewed) {
            news.person(after.owner(), say("renewed", news.actor(), renewed.edition()), Urgency.NORMAL);
            news.watchers(say("renewed", news.actor(), renewed.edition()));
        } else if (fact instanceof LibraryFact.DocumentHandedOver handed) {
            news.person(after.owner(), say("handed", news.actor()), Urgency.NORMAL);
            news.person(handed.from(), say("handed-away", news.actor()), Urgency.NORMAL);
        } else if (fact instanceof LibraryFact.TakenOff) {
            news.person(after.owner(), say("taken-off", news.actor()), Urgency.NORMAL);
            news.watchers(say("taken-off", news.actor()));
        } else if (fact instanceof SharedFact.Commented comment) {
            news.person(after.owner(), say("commented", news.actor(), comment.text()), Urgency.NORMAL);
            news.watchers(say("commented", news.actor(), comment.text()));
        } else if (fact instanceof SharedFact.RungReached rung) {
            Message headline =
                    rung.rung().startsWith("T-") ? say("review-soon", rung.due()) : say("review", rung.due());
            news.remind(after.owner(), headline, rung.purpose());
        }
    }

    private static Message say(String key, Object... args) {
        return Message.of("library.news." + key, args);
    }

    @Override
    public Card card(Document document, Optional<Message> headline, View view) {
        return LibraryCards.card(document, headline, view);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        if (fact instanceof LibraryFact.Shelved f) {
            Message shelf = Message.of("library.shelf." + f.shelf().name());
            return f.link().isEmpty()
                    ? Message.of("library.fact.shelved-file", shelf, f.name())
                    : told(f, shelf, f.name(), f.link());
        }
        if (fact instanceof LibraryFact.Renewed f)
            return f.link().isEmpty()
                    ? Message.of("library.fact.renewed-file", f.edition(), f.note())
                    : told(f, f.edition(), f.link(), f.note());
        if (fact instanceof LibraryFact.Uploaded f)
            return told(f, f.edition(), new LibraryFile(f.file(), f.hash(), f.size()).described(), f.hash());
        if (fact instanceof LibraryFact.Reviewed f) return told(f, f.next());
        if (fact instanceof LibraryFact.DocumentHandedOver f) return told(f, organisation.nameOf(f.to()));
        if (fact instanceof LibraryFact.TakenOff f) return told(f);
        return SharedWords.told(fact);
    }

    private static Message told(LibraryFact fact, Object... args) {
        return Message.of("library.fact." + fact.getClass().getSimpleName(), args);
    }

    @Override
    public Optional<Message> nextRing(Document document, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, rules.terms(document.review(), calendar));
    }

    @Override
    public List<Message> explain(Document document, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = rules.terms(document.review(), calendar);
        return terms.allowance().explain(calendar, clock.armedAt(), clock.pauses());
    }
}
