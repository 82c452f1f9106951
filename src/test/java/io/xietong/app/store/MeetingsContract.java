package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.action.Order;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.Invitee;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.Minutes;
import io.xietong.core.meeting.Origin;
import io.xietong.core.meeting.Reply;
import io.xietong.core.meeting.Slot;
import io.xietong.core.meeting.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of meetings. */
abstract class MeetingsContract extends DatabaseContract {

    private static Meeting meeting(ItemNumber number, long version, State state, Optional<Minutes> minutes) {
        List<Invitee> invitees = version == 1
                ? List.of(
                        new Invitee("li.lei", Reply.NONE, Optional.empty(), "", false, 0),
                        new Invitee("he.tao", Reply.NONE, Optional.empty(), "", false, 0))
                : List.of(
                        new Invitee("li.lei", Reply.STAND_IN, Optional.of("han.mei"), "展会 🎉", true, 1),
                        new Invitee("he.tao", Reply.DECLINED, Optional.empty(), "出差", false, 0));
        return new Meeting(
                number,
                version,
                state,
                "季度协调例会",
                new Slot(NOW.plusSeconds(86_400), Duration.ofMinutes(90), "三楼"),
                Optional.of(new Origin("committee", LocalDate.of(2026, 10, 7), Optional.empty())),
                "chen.zong",
                "sun.mi",
                invitees,
                List.of(
                        new AgendaItem("定价", Optional.of("li.lei"), Optional.empty()),
                        new AgendaItem("", Optional.empty(), Optional.of(ItemNumber.request(7)))),
                minutes,
                NOW,
                version == 1 ? Set.of() : Set.of("ma.li"),
                List.of(Samples.clock(Purpose.MEETING, 1, "production")));
    }

    @Test
    void a_meeting_comes_back_as_it_was_kept_with_its_people_topics_and_minutes() {
        ItemNumber number = next(Books::meetings);
        assertThat(number).hasToString("HY-1");
        Stored<Meeting> called =
                save(Books::meetings, Optional.empty(), meeting(number, 1, State.CALLED, Optional.empty()));
        assertThat(find(Books::meetings, number)).contains(called);
        Minutes minutes = new Minutes(
                2,
                "同意",
                List.of(new Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 4))),
                "sun.mi",
                Optional.of(NOW),
                List.of(new Minutes.Objection(1, "li.lei", "日期不对")));
        Stored<Meeting> minuted =
                save(Books::meetings, Optional.of(called), meeting(number, 2, State.DISTRIBUTED, Optional.of(minutes)));
        assertThat(find(Books::meetings, number)).contains(minuted);
        List<Due> waiting = database.read(books -> books.meetings().waitingFor(Duties.of("he.tao"), 10));
        assertThat(waiting).extracting(Due::serial).containsExactly(number.serial());
        for (String party : List.of("li.lei", "han.mei", "chen.zong", "sun.mi")) {
            List<Long> own = database.read(books -> books.meetings().of(party, 10));
            assertThat(own).containsExactly(number.serial());
            List<Long> ahead = database.read(books -> books.meetings().ahead(party, NOW, 10));
            assertThat(ahead).containsExactly(number.serial());
            List<Long> notClosed = database.read(books -> books.meetings().openOf(party, 10));
            assertThat(notClosed).containsExactly(number.serial());
        }
        List<Long> over = database.read(books -> books.meetings().ahead("li.lei", NOW.plusSeconds(90_000), 10));
        assertThat(over).isEmpty();
        List<Long> day =
                database.read(books -> books.meetings().between(NOW.plusSeconds(86_400), NOW.plusSeconds(86_401), 10));
        assertThat(day).containsExactly(number.serial());
        List<Long> before = database.read(books -> books.meetings().between(NOW, NOW.plusSeconds(86_400), 10));
        assertThat(before).isEmpty();
        assertThatThrownBy(() -> save(Books::meetings, Optional.of(called), minuted.item()))
                .isInstanceOf(StaleVersion.class);
        save(Books::meetings, Optional.of(minuted), meeting(number, 3, State.LOCKED, Optional.of(minutes)));
        List<Long> notClosed = database.read(books -> books.meetings().openOf("li.lei", 10));
        assertThat(notClosed).isEmpty();
    }

    @Test
    void a_day_of_a_series_has_one_meeting_whoever_makes_it() {
        ItemNumber number = next(Books::meetings);
        Meeting planned = meeting(number, 1, State.CALLED, Optional.empty());
        save(Books::meetings, Optional.empty(), planned);
        List<Long> ofSeries = database.read(
                books -> books.meetings().ofSeries(planned.origin().orElseThrow(), 10));
        assertThat(ofSeries).containsExactly(number.serial());
        ItemNumber second = next(Books::meetings);
        assertThatThrownBy(() ->
                        save(Books::meetings, Optional.empty(), meeting(second, 1, State.CALLED, Optional.empty())))
                .isInstanceOf(RuntimeException.class);
    }
}
