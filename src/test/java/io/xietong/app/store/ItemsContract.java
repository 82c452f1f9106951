package io.xietong.app.store;

import static io.xietong.app.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.action.ActionItem;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.notice.Notice;
import io.xietong.core.notice.NoticeKind;
import io.xietong.core.people.Audience;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every database must keep of action items and notices. */
abstract class ItemsContract extends DatabaseContract {

    @Test
    void an_action_item_comes_back_as_it_was_kept() {
        ItemNumber number = next(Books::actionItems);
        ActionItem open = new ActionItem(
                number,
                1,
                io.xietong.core.action.State.OPEN,
                "补齐样机",
                "he.tao",
                "chen.zong",
                Optional.of(ItemNumber.request(1)),
                LocalDate.of(2026, 12, 4),
                NOW,
                "",
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.ACTION, 1, "production")));
        Stored<ActionItem> kept = save(Books::actionItems, Optional.empty(), open);
        assertThat(find(Books::actionItems, number)).contains(kept);
        ActionItem done = new ActionItem(
                number,
                2,
                io.xietong.core.action.State.DONE,
                "补齐样机",
                "xu.ning",
                "chen.zong",
                open.source(),
                LocalDate.of(2026, 12, 7),
                NOW,
                "已入库",
                Set.of(),
                List.of(Samples.clock(Purpose.ACTION, 1, "production").met(NOW)));
        Stored<ActionItem> after = save(Books::actionItems, Optional.of(kept), done);
        assertThat(find(Books::actionItems, number)).contains(after);
        List<Long> stillOpen = database.read(books -> books.actionItems().open());
        assertThat(stillOpen).isEmpty();
    }

    @Test
    void a_notice_comes_back_as_it_was_kept_and_each_receipt_is_written_alone() {
        ItemNumber number = next(Books::notices);
        Map<String, Optional<Instant>> nobody = new LinkedHashMap<>();
        for (String reader : List.of("xu.ning", "he.tao")) nobody.put(reader, Optional.empty());
        Notice out = new Notice(
                number,
                1,
                io.xietong.core.notice.State.AWAITING_RECEIPTS,
                NoticeKind.TASK,
                "周五盘点 🎉",
                new Audience(false, List.of("production", "design"), List.of("li.lei")),
                true,
                "feng.lin",
                Optional.of("zheng.qiang"),
                NOW,
                nobody,
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.READING, 1, "production")));
        Stored<Notice> kept = save(Books::notices, Optional.empty(), out);
        assertThat(find(Books::notices, number)).contains(kept);
        List<Due> before = database.read(books -> books.notices().waitingFor(Duties.of("he.tao"), 10));
        assertThat(before).extracting(Due::serial).containsExactly(number.serial());

        Map<String, Optional<Instant>> one = new LinkedHashMap<>(nobody);
        one.put("he.tao", Optional.of(NOW));
        Notice read = new Notice(
                number,
                2,
                io.xietong.core.notice.State.AWAITING_RECEIPTS,
                NoticeKind.TASK,
                "周六盘点",
                out.audience(),
                true,
                "feng.lin",
                out.inNameOf(),
                NOW.plusSeconds(60),
                one,
                Set.of("li.lei"),
                List.of(Samples.clock(Purpose.READING, 1, "production")));
        Stored<Notice> after = save(Books::notices, Optional.of(kept), read);
        assertThat(find(Books::notices, number)).contains(after);
        assertThat(find(Books::notices, number).orElseThrow().item().missing()).containsExactly("xu.ning");
        List<Due> afterwards = database.read(books -> books.notices().waitingFor(Duties.of("he.tao"), 10));
        assertThat(afterwards).isEmpty();
    }
}
