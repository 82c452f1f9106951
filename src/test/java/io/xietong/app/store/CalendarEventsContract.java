package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.JdbiCalendarEvents.Kept;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must keep of events in the calendars of the platforms, and of the errands that keep them. */
abstract class CalendarEventsContract extends DatabaseContract {

    private static final ItemNumber HY = new ItemNumber(ItemKind.MEETING, 1);

    private List<Kept> kept() {
        return database.read(books -> books.calendarEvents().of(HY));
    }

    @Test
    void an_event_is_begun_made_changed_and_forgotten_on_each_platform_by_itself() {
        Kept feishu = Kept.begun(HY, "feishu", "event-HY-1-v1", "ou_zhangwei");
        Kept wecom = Kept.begun(HY, "wecom", "event-HY-1-v3", "hetao");
        does(books -> books.calendarEvents().save(feishu));
        does(books -> books.calendarEvents().save(wecom));
        assertThat(kept()).containsExactly(feishu, wecom);

        Kept made = feishu.saying("e".repeat(255), "0".repeat(64));
        does(books -> books.calendarEvents().save(made));
        assertThat(kept()).containsExactly(made, wecom);
        does(books -> books.calendarEvents().save(made.saying("other", "1".repeat(64))));
        assertThat(kept().get(0).event()).contains("other");
        does(books -> books.calendarEvents().remove(HY, "feishu"));
        assertThat(kept()).containsExactly(wecom);
        assertThat(database.<List<Kept>>read(books -> books.calendarEvents().of(new ItemNumber(ItemKind.MEETING, 2))))
                .isEmpty();
    }

    @Test
    void an_errand_has_no_reader_and_takes_the_place_of_those_before_it_that_were_given_up() {
        for (int time = 0; time < 2; time++) {
            does(books -> books.outbox().keepCalendars(List.of(HY), NOW));
            OutboxRow row = claimed();
            assertThat(row.keepsCalendars()).isTrue();
            assertThat(row.outgoing()).isEmpty();
            does(books -> {
                books.claims().supersedeDead(row);
                books.claims().dead(row, List.of(row.id()), "refused");
            });
        }
        List<JdbiOutbox.Line> dead = database.read(books -> books.outbox().inState("DEAD", 10));
        assertThat(dead).hasSize(1).allMatch(JdbiOutbox.Line::keepsCalendars);
        assertThat(database.<Integer>read(
                        books -> books.outbox().inState("DROPPED", 10).size()))
                .isEqualTo(1);
        does(books -> assertThat(books.outbox().resend(Optional.empty(), NOW)).isEqualTo(1));
    }

    private OutboxRow claimed() {
        return database.<List<OutboxRow>>inTransaction(
                        books -> books.claims().claim("lease", NOW, NOW, NOW.plusSeconds(60), 10))
                .get(0);
    }
}
