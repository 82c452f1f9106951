package io.xietong.core.meeting;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Appointment;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The meeting as the desk sees it. */
public final class MeetingFeature implements Feature<Meeting, MeetingCommand.About> {

    private final MeetingPolicy policy;
    private final MeetingRules rules;
    private final MeetingClocks clocks;

    public MeetingFeature(MeetingPolicy policy) {
        this.policy = policy;
        this.rules = new MeetingRules(policy);
        this.clocks = new MeetingClocks(policy);
    }

    /** For calling one, and for what the clock makes. */
    public MeetingRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.MEETING;
    }

    @Override
    public Class<MeetingCommand.About> commands() {
        return MeetingCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return MeetingFact.class;
    }

    @Override
    public String words() {
        return "meeting";
    }

    /** Its minutes are for those invited. */
    @Override
    public boolean mayShowIn(Meeting meeting, Chat chat) {
        return false;
    }

    /** Those invited, who stands in for them, who directs it, secretaries. */
    @Override
    public boolean maySee(Meeting meeting, String person, Organisation organisation, Routing routing) {
        return Rights.maySee(meeting, person, organisation, routing);
    }

    /** Whoever speaks for a seat does so in its holder's name, whoever directs it for organiser or host in theirs. */
    @Override
    public Optional<String> inNameOf(Meeting meeting, MeetingCommand.About command, Occasion occasion) {
        String person = occasion.person();
        Optional<String> spokenFor = isOfSeat(command)
                ? Rights.seat(meeting, person, occasion.routing()).map(Invitee::person)
                : Rights.directed(meeting, person, occasion.routing());
        return spokenFor.filter(other -> !other.equals(person));
    }

    private static boolean isOfSeat(MeetingCommand.About command) {
        return command instanceof MeetingCommand.Answer
                || command instanceof MeetingCommand.Confirm
                || command instanceof MeetingCommand.Object
                || command instanceof MeetingCommand.CheckIn checkIn
                        && checkIn.people().isEmpty();
    }

    @Override
    public Decision<Meeting> decide(Meeting meeting, MeetingCommand.About command, Occasion occasion) {
        return rules.decide(meeting, command, occasion);
    }

    @Override
    public Optional<Appointment> appointment(Meeting meeting, Organisation organisation) {
        return policy.calendars().of(meeting, organisation);
    }

    @Override
    public Meeting watchedBy(Meeting meeting, Set<String> watchers) {
        return meeting.watchedBy(watchers);
    }

    @Override
    public Decision<Meeting> ring(Meeting meeting, Occasion occasion) {
        return clocks.ring(meeting, occasion);
    }

    @Override
    public Decision<Meeting> recompute(Meeting meeting, Occasion occasion) {
        return rules.recompute(meeting, occasion);
    }

    @Override
    public List<Outgoing> news(Meeting after, List<Fact> facts, Occasion occasion) {
        return new MeetingNews(after, rules, policy, occasion).of(facts);
    }

    @Override
    public Card card(Meeting meeting, Optional<Message> headline, View view) {
        return new MeetingCards(meeting, view).card(headline);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        if (fact instanceof MeetingFact.MeetingCalled f) return told(f, f.slot().startsAt());
        if (fact instanceof MeetingFact.MeetingPlanned f)
            return told(f, f.slot().startsAt());
        if (fact instanceof MeetingFact.InvitationAnswered f) return answered(f, organisation);
        if (fact instanceof MeetingFact.AgendaProposed f) return told(f, f.text());
        if (fact instanceof MeetingFact.AgendaFilled f) return told(f, f.items());
        if (fact instanceof MeetingFact.MeetingMoved f)
            return told(f, f.from().startsAt(), f.to().startsAt(), f.reason());
        if (fact instanceof MeetingFact.MeetingGaveWay f)
            return told(f, f.from().startsAt(), f.to().startsAt());
        if (fact instanceof MeetingFact.MeetingCancelled f) return told(f, f.reason());
        if (fact instanceof MeetingFact.CheckedIn f) return told(f, names(f.invitees(), organisation));
        if (fact instanceof MeetingFact.MinutesDrafted f)
            return told(f, f.revision(), f.orders().size());
        if (fact instanceof MeetingFact.MinutesDistributed f)
            return told(f, f.revision(), f.orders().size());
        if (fact instanceof MeetingFact.MinutesObjected f) return told(f, f.text());
        if (fact instanceof MeetingFact meetings) return told(meetings);
        if (fact instanceof SharedFact.RungReached rung && isNotice(rung))
            return Message.of("meeting.fact.notice", rung.rung(), rung.due());
        return SharedWords.told(fact);
    }

    private static Message answered(MeetingFact.InvitationAnswered fact, Organisation organisation) {
        String name = organisation.nameOf(fact.invitee());
        String other = fact.standIn().map(organisation::nameOf).orElse("");
        return Message.of("meeting.fact.answered-" + fact.reply().name(), name, other, fact.reason());
    }

    private static List<Object> names(List<String> people, Organisation organisation) {
        return people.stream().<Object>map(organisation::nameOf).toList();
    }

    private static boolean isNotice(SharedFact.RungReached rung) {
        return rung.purpose() == Purpose.MEETING && !rung.timeIsUp();
    }

    private static Message told(MeetingFact fact, Object... args) {
        return Message.of("meeting.fact." + fact.getClass().getSimpleName(), args);
    }

    @Override
    public Optional<Message> nextRing(Meeting meeting, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, clocks.terms(meeting, clock, calendar));
    }

    @Override
    public List<Message> explain(Meeting meeting, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = clocks.terms(meeting, clock, calendar);
        return terms.allowance().explain(calendar, clock.armedAt(), clock.pauses());
    }
}
