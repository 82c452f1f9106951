package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.dispute.State;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.AgendaSource;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.MeetingFeature;
import io.xietong.core.meeting.MeetingRules;
import io.xietong.core.meeting.Origin;
import io.xietong.core.people.Availability;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectFeature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the books know that a meeting should: open matters for its agenda, and who will be away. */
final class Agendas {

    /** Of each kind; the rest is for the organiser to bring up. */
    private static final int MOST = 10;
    /** Meetings of a few hours that are looked at for who is taken. */
    private static final int MOST_AT_ONCE = 500;

    private final Books books;
    private final Company company;
    private final Instant now;
    private final Kind<Meeting, MeetingFeature> kind;

    Agendas(Books books, Company company, Instant now) {
        this.books = books;
        this.company = company;
        this.now = now;
        this.kind = company.features().meetings();
    }

    private MeetingRules rules() {
        return kind.feature().rules();
    }

    /** The agenda with the open matters there are now. Refused when it has them already. */
    Decision<Meeting> filled(Found<Meeting> found, Occasion occasion) {
        Meeting meeting = found.item();
        Set<AgendaSource> wanted = rules().agendaOf(meeting);
        List<AgendaItem> open = Arrays.stream(AgendaSource.values())
                .filter(wanted::contains)
                .flatMap(source -> topics(source, meeting, occasion).limit(MOST))
                .toList();
        return rules().fill(meeting, open);
    }

    private Stream<AgendaItem> topics(AgendaSource source, Meeting meeting, Occasion occasion) {
        if (source == AgendaSource.MILESTONES || source == AgendaSource.BLOCKERS) {
            ProjectMatters matters = new ProjectMatters(books, company, now);
            return projects(meeting)
                    .flatMap(found -> (source == AgendaSource.MILESTONES
                                    ? matters.overdueMilestones(found.item())
                                    : matters.blockers(found.item()))
                            .map(text ->
                                    AgendaItem.open(found.number(), isForAll(found, meeting, occasion) ? text : "")));
        }
        return of(source, meeting)
                .map(matter -> AgendaItem.open(
                        matter.number(),
                        isForAll(matter, meeting, occasion) ? matter.item().title() : ""));
    }

    /** The project whose meeting it is, else all that are behind. */
    private Stream<Found<Project>> projects(Meeting meeting) {
        Kind<Project, ProjectFeature> kind = company.features().projects();
        Optional<ItemNumber> owner = meeting.origin().flatMap(Origin::owner);
        return owner.isPresent()
                ? kind.find(books, owner.get()).stream()
                : kind.find(books, books.deadlines().overdue(ItemKind.PROJECT, now, MOST)).stream();
    }

    private Stream<? extends Found<?>> of(AgendaSource source, Meeting meeting) {
        return switch (source) {
            case DISPUTES ->
                company.features().disputes().find(books, books.disputes().open()).stream()
                        .filter(found -> found.item().state() == State.AWAITING_RECEIPT
                                || found.item().state() == State.BEFORE_COMMITTEE);
            case OVERDUE_REQUESTS ->
                company
                        .features()
                        .requests()
                        .find(books, books.deadlines().overdue(ItemKind.REQUEST, now, MOST))
                        .stream();
            case OPEN_ACTIONS -> carriedOver(meeting);
            case MILESTONES, BLOCKERS -> Stream.empty();
        };
    }

    /** Action items of the earlier meetings of the series, or of all the owner's, that are not done. */
    private Stream<? extends Found<?>> carriedOver(Meeting meeting) {
        Stream<Long> earlier = meeting.origin().flatMap(Origin::owner).isPresent()
                ? books.meetings().about(meeting.origin().get().owner().get()).stream()
                : meeting.origin().stream().flatMap(origin -> books.meetings().ofSeries(origin, MOST).stream());
        return earlier.map(serial -> new ItemNumber(ItemKind.MEETING, serial))
                .flatMap(number ->
                        company
                                .features()
                                .actionItems()
                                .find(books, books.actionItems().from(number))
                                .stream())
                .filter(found -> found.item().isOpen());
    }

    /** It is said what a matter is about only when everybody invited may see it; else the number alone. */
    private static boolean isForAll(Found<?> matter, Meeting meeting, Occasion occasion) {
        return meeting.parties().stream()
                .allMatch(person -> matter.maySee(person, occasion.organisation(), occasion.routing()));
    }

    /** Names of those invited who are expected at another meeting at the same time. */
    List<Object> busy(Meeting meeting) {
        Instant from = meeting.slot().startsAt();
        Instant to = meeting.slot().endsAt();
        Set<String> taken = new HashSet<>();
        kind.find(books, books.meetings().between(from.minus(MeetingRules.LONGEST), to, MOST_AT_ONCE)).stream()
                .map(Found::item)
                .filter(other -> !other.number().equals(meeting.number()) && other.isToCome())
                .filter(other -> other.slot().startsAt().isBefore(to)
                        && other.slot().endsAt().isAfter(from))
                .forEach(other -> taken.addAll(other.expected()));
        return meeting.expected().stream()
                .filter(taken::contains)
                .<Object>map(company.organisation()::nameOf)
                .toList();
    }

    /** Names of those invited who will be away on the day of the meeting, by what is known now. */
    List<Object> away(Meeting meeting) {
        LocalDate day = company.calendar().dateOf(meeting.slot().startsAt());
        Availability thatDay = Availability.on(day, books.people().delegations(day));
        return rules().away(meeting, thatDay).stream()
                .<Object>map(company.organisation()::nameOf)
                .toList();
    }
}
