package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.dispute.State;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.AgendaSource;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.MeetingFeature;
import io.xietong.core.meeting.MeetingRules;
import io.xietong.core.people.Availability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the books know that a meeting should: open matters for its agenda, and who will be away. */
final class Agendas {

    /** Of each kind; the rest is for the organiser to bring up. */
    private static final int MOST = 10;

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
        List<AgendaItem> open = new ArrayList<>();
        Arrays.stream(AgendaSource.values())
                .filter(wanted::contains)
                .flatMap(source -> of(source, meeting).limit(MOST))
                .forEach(matter -> open.add(AgendaItem.open(matter.number(), text(matter, meeting, occasion))));
        return rules().fill(meeting, open);
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
        };
    }

    /** Action items of the earlier meetings of the series that are not done. */
    private Stream<? extends Found<?>> carriedOver(Meeting meeting) {
        return meeting.origin().stream()
                .flatMap(origin -> books.meetings().ofSeries(origin, MOST).stream())
                .map(serial -> new ItemNumber(ItemKind.MEETING, serial))
                .flatMap(number ->
                        company
                                .features()
                                .actionItems()
                                .find(books, books.actionItems().from(number))
                                .stream())
                .filter(found -> found.item().isOpen());
    }

    /** What it is about only when everybody invited may see it; else the number alone. */
    private String text(Found<?> matter, Meeting meeting, Occasion occasion) {
        Item item = matter.item();
        boolean forAll = meeting.parties().stream()
                .allMatch(person -> matter.maySee(person, occasion.organisation(), occasion.routing()));
        return forAll ? item.title() : "";
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
