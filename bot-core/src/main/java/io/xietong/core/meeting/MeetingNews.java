package io.xietong.core.meeting;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who hears what of a meeting. */
final class MeetingNews {

    private final Meeting meeting;
    private final MeetingRules rules;
    private final MeetingPolicy policy;
    private final Occasion occasion;
    private final News news;

    MeetingNews(Meeting meeting, MeetingRules rules, MeetingPolicy policy, Occasion occasion) {
        this.meeting = meeting;
        this.rules = rules;
        this.policy = policy;
        this.occasion = occasion;
        this.news = new News(meeting, occasion);
    }

    List<Outgoing> of(List<Fact> facts) {
        lastNotice(facts).ifPresent(this::notice);
        for (int last = facts.size() - 1; last >= 0; last--) tell(facts.get(last));
        return news.all();
    }

    /** The notice to be sent: the last that has come, and none when the meeting has begun. */
    private static Optional<SharedFact.RungReached> lastNotice(List<Fact> facts) {
        return facts.stream()
                .filter(SharedFact.RungReached.class::isInstance)
                .map(SharedFact.RungReached.class::cast)
                .filter(rung -> rung.purpose() == Purpose.MEETING)
                .reduce((earlier, later) -> later)
                .filter(rung -> !rung.timeIsUp());
    }

    private void notice(SharedFact.RungReached rung) {
        Notice notice = Notice.of(rung, rules);
        boolean late =
                notice.isMarkedWhenLate() && occasion.now().isAfter(rung.at().plus(policy.lateAfter()));
        for (Invitee invitee : meeting.invitees()) {
            if (!invitee.isExpected()) continue;
            boolean asks = invitee.reply() == Reply.NONE && notice != Notice.SOON;
            Message text = say(notice.key() + (asks ? "-asks" : ""), rung.due());
            news.remindReader(
                    reader(invitee), late ? say("late", text, rung.at()) : text, Purpose.MEETING, notice.urgency());
        }
        if (notice == Notice.AGENDA_CALL)
            news.remindReader(
                    meeting.organiser(), say("agenda-call-organiser", rung.due()), Purpose.MEETING, Urgency.NORMAL);
    }

    /** Who comes, or who stands in for them on leave. */
    private String reader(Invitee invitee) {
        return occasion.routing().reader(invitee.comer()).orElse(invitee.comer());
    }

    private void tell(Fact fact) {
        if (fact instanceof MeetingFact.MeetingCalled called) {
            everybody(say("invited", news.actor(), called.slot().startsAt()));
        } else if (fact instanceof MeetingFact.MeetingPlanned planned) {
            planned(planned);
        } else if (fact instanceof MeetingFact.InvitationAnswered answered) {
            answered(answered);
        } else if (fact instanceof MeetingFact.AgendaProposed topic) {
            news.person(meeting.organiser(), say("topic", news.actor(), topic.text()), Urgency.LOW);
        } else if (fact instanceof MeetingFact.MeetingMoved moved) {
            Message text = say(
                    "moved", news.actor(), moved.from().startsAt(), moved.to().startsAt(), moved.reason());
            everybody(text);
            news.watchers(text);
        } else if (fact instanceof MeetingFact.MeetingGaveWay gaveWay) {
            Message text =
                    say("gave-way", gaveWay.from().startsAt(), gaveWay.to().startsAt());
            news.person(meeting.organiser(), text, Urgency.NORMAL);
            if (meeting.isAnnounced()) everybody(text);
            news.watchers(text);
        } else if (fact instanceof MeetingFact.MeetingCancelled cancelled) {
            Message text = say("cancelled", news.actor(), meeting.slot().startsAt(), cancelled.reason());
            if (!meeting.isDaily() || wasAnnounced()) everybody(text);
            news.watchers(text);
        } else {
            tellOfMinutes(fact);
        }
    }

    private boolean wasAnnounced() {
        return meeting.deadlines().stream().anyMatch(clock -> clock.purpose() == Purpose.MEETING && clock.fired() > 0);
    }

    /** Long before it only who looks after it hears of a meeting of a series. */
    private void planned(MeetingFact.MeetingPlanned planned) {
        if (meeting.isDaily()) return;
        news.person(meeting.organiser(), say("planned", planned.slot().startsAt()), Urgency.NORMAL);
        if (meeting.isAnnounced()) everybody(say("convened", planned.slot().startsAt()));
    }

    private void answered(MeetingFact.InvitationAnswered answered) {
        String name = occasion.organisation().nameOf(answered.invitee());
        switch (answered.reply()) {
            case ATTENDING -> news.person(meeting.organiser(), say("attends", name), Urgency.LOW);
            case DECLINED -> news.person(meeting.organiser(), say("declines", name, answered.reason()), Urgency.NORMAL);
            case STAND_IN -> {
                String other = answered.standIn().orElseThrow();
                String standIn = occasion.organisation().nameOf(other);
                news.reader(other, say("sent-you", name, meeting.slot().startsAt(), answered.reason()), Urgency.NORMAL);
                news.person(meeting.organiser(), say("sends", name, standIn), Urgency.NORMAL);
            }
            case NONE -> {}
        }
    }

    private void tellOfMinutes(Fact fact) {
        if (fact instanceof MeetingFact.MeetingBegun) {
            if (!meeting.isDaily())
                meeting.running(Purpose.MINUTES)
                        .flatMap(clock -> clock.dueAt())
                        .ifPresent(due -> news.remind(meeting.organiser(), say("begun", due), Purpose.MINUTES));
        } else if (fact instanceof MeetingFact.MinutesDrafted) {
            news.person(meeting.organiser(), say("drafted", news.actor()), Urgency.NORMAL);
        } else if (fact instanceof MeetingFact.MinutesDistributed out) {
            meeting.running(Purpose.OBJECTION).flatMap(clock -> clock.dueAt()).ifPresent(due -> {
                everybody(say(out.revision() == 1 ? "distributed" : "distributed-again", news.actor(), due));
                news.watchers(say("distributed", news.actor(), due));
            });
        } else if (fact instanceof MeetingFact.MinutesObjected objected) {
            Message text = say("objected", news.actor(), objected.text());
            news.person(meeting.organiser(), text, Urgency.NORMAL);
            news.person(meeting.host(), text, Urgency.NORMAL);
        } else if (fact instanceof MeetingFact.MinutesLocked) {
            news.person(meeting.organiser(), say("locked"), Urgency.LOW);
            news.watchers(say("locked"));
        } else if (fact instanceof SharedFact.Commented comment) {
            news.people(meeting.parties(), say("commented", news.actor(), comment.text()), Urgency.NORMAL);
            news.watchers(say("commented", news.actor(), comment.text()));
        } else if (fact instanceof SharedFact.RungReached rung
                && rung.purpose() == Purpose.MINUTES
                && !meeting.isDaily()) {
            overdue(rung);
        }
    }

    private void overdue(SharedFact.RungReached rung) {
        news.remindOverdue(meeting.organiser(), say("minutes-overdue", rung.due()), rung.purpose());
        if (!rung.timeIsUp())
            news.people(
                    occasion.organisation().secretaries(),
                    say("minutes-overdue-secretary", occasion.organisation().nameOf(meeting.organiser()), rung.due()),
                    Urgency.NORMAL);
    }

    /** Those invited, who comes in their place, organiser and host; a single message each. */
    private void everybody(Message text) {
        Set<String> people = new LinkedHashSet<>(meeting.invited());
        people.add(meeting.host());
        people.add(meeting.organiser());
        news.people(people, text, Urgency.NORMAL);
    }

    private static Message say(String key, Object... args) {
        return Message.of("meeting.news." + key, args);
    }
}
