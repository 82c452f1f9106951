package io.xietong.core.notice;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Feature;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notice as the desk sees it. */
public final class NoticeFeature implements Feature<Notice, NoticeCommand.About> {

    private final NoticeRules rules;

    public NoticeFeature(NoticePolicy policy) {
        this.rules = new NoticeRules(policy);
    }

    /** For publishing one. */
    public NoticeRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.NOTICE;
    }

    @Override
    public Class<NoticeCommand.About> commands() {
        return NoticeCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return NoticeFact.class;
    }

    @Override
    public String words() {
        return "notice";
    }

    /** A notice to the whole company is no secret anywhere. */
    @Override
    public boolean mayShowIn(Notice notice, Chat chat) {
        return notice.audience().company() && isOut(notice);
    }

    private static boolean isOut(Notice notice) {
        return notice.state() == State.AWAITING_RECEIPTS || notice.state() == State.PUBLISHED;
    }

    /** The author and the secretaries at any time; its audience, and who got it, once it is out. */
    @Override
    public boolean maySee(Notice notice, String person, Organisation organisation, Routing routing) {
        boolean reader = notice.audience().holds(person, organisation)
                || notice.receipts().containsKey(person);
        return notice.parties().contains(person)
                || organisation.rolesOf(person).contains(Role.SECRETARY)
                || reader && notice.state() != State.SCHEDULED;
    }

    @Override
    public Optional<String> inNameOf(Notice notice, NoticeCommand.About command, Occasion occasion) {
        return Optional.empty();
    }

    @Override
    public Decision<Notice> decide(Notice notice, NoticeCommand.About command, Occasion occasion) {
        return rules.decide(notice, command, occasion);
    }

    @Override
    public Notice watchedBy(Notice notice, Set<String> watchers) {
        return notice.watchedBy(watchers);
    }

    @Override
    public Decision<Notice> ring(Notice notice, Occasion occasion) {
        return rules.ring(notice, occasion);
    }

    @Override
    public Decision<Notice> recompute(Notice notice, Occasion occasion) {
        return rules.recompute(notice, occasion);
    }

    /** A receipt is seen by who gave it and by those who count them, not by two thousand other readers. */
    @Override
    public Optional<Set<String>> shownTo(Notice after, List<Fact> facts, Occasion occasion) {
        boolean receipts = after.state() == State.AWAITING_RECEIPTS
                && facts.stream().allMatch(NoticeFact.NoticeConfirmed.class::isInstance);
        if (!receipts) return Optional.empty();
        Set<String> readers = new HashSet<>(after.parties());
        readers.addAll(occasion.organisation().secretaries());
        occasion.actor().person().ifPresent(readers::add);
        return Optional.of(readers);
    }

    @Override
    public List<Outgoing> news(Notice after, List<Fact> facts, Occasion occasion) {
        return NoticeNews.of(after, facts, occasion);
    }

    @Override
    public Card card(Notice notice, Optional<Message> headline, View view) {
        return NoticeCards.card(notice, headline, view);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        if (fact instanceof NoticeFact.NoticeScheduled f) return told(f, NoticeCards.kind(f.kind()), f.at());
        if (fact instanceof NoticeFact.NoticePublished f) return told(f, NoticeCards.kind(f.kind()), f.readers());
        if (fact instanceof NoticeFact.NoticeConfirmed f) return told(f, f.confirmed(), f.readers());
        if (fact instanceof NoticeFact.NoticeCorrected f) return told(f, f.after());
        if (fact instanceof NoticeFact.NoticeWithdrawn f) return told(f);
        return SharedWords.told(fact);
    }

    private static Message told(NoticeFact fact, Object... args) {
        return Message.of("notice.fact." + fact.getClass().getSimpleName(), args);
    }

    @Override
    public Optional<Message> nextRing(Notice notice, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, rules.terms(notice, clock, calendar));
    }

    @Override
    public List<Message> explain(Notice notice, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = rules.terms(notice, clock, calendar);
        return terms.allowance().explain(calendar, clock.armedAt(), clock.pauses());
    }
}
