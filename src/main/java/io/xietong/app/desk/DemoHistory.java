package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.Stored;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Chat;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Routing;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFeature;
import io.xietong.core.trail.TrailEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Ninety days of the demo company, so that lists, search and similar requests have something to show when somebody tries the
 * sandbox. Written once, by the same rules as everything else, into an empty database; nobody is told of it.
 */
public final class DemoHistory {

    private record Episode(
            int workingDaysAgo,
            String asker,
            String department,
            String answerer,
            String need,
            int daysTaken,
            int stars) {}

    /** Newest last; the last three are still in work. */
    private static final List<Episode> EPISODES = List.of(
            new Episode(62, "li.lei", "design", "zhou.jie", "秋季新品海报主视觉", 3, 5),
            new Episode(60, "he.tao", "it", "zhao.gong", "车间扫码枪连不上网络", 1, 4),
            new Episode(57, "han.mei", "finance", "guo.jing", "展会费用预算模板", 2, 5),
            new Episode(55, "zhou.jie", "market", "li.lei", "新品卖点文案,主图要用", 2, 4),
            new Episode(52, "guo.jing", "production", "xu.ning", "九月份物料盘点差异说明", 4, 3),
            new Episode(49, "li.lei", "production", "he.tao", "新品样机两台,拍照用", 5, 4),
            new Episode(46, "tang.wan", "it", "liang.yu", "会议室投影仪无法连接", 1, 5),
            new Episode(44, "han.mei", "design", "wu.yue", "公众号封面图三张", 2, 5),
            new Episode(41, "he.tao", "finance", "lin.xia", "供应商付款进度", 1, 4),
            new Episode(38, "lin.xia", "it", "zhao.gong", "报销系统导出数据报错", 2, 2),
            new Episode(35, "li.lei", "design", "zhou.jie", "双十一活动海报和横幅", 4, 5),
            new Episode(31, "wu.yue", "production", "xu.ning", "包装盒实际尺寸和材质", 1, 5),
            new Episode(28, "zhao.gong", "admin-office", "tang.wan", "机房钥匙交接登记", 1, 4),
            new Episode(25, "han.mei", "production", "he.tao", "双十一备货数量和到仓日期", 3, 3),
            new Episode(21, "guo.jing", "market", "han.mei", "十月广告投放发票", 2, 4),
            new Episode(17, "xu.ning", "design", "wu.yue", "产线安全标识更新", 3, 5),
            new Episode(12, "li.lei", "it", "liang.yu", "活动页面上线前的压力测试", 2, 5),
            new Episode(6, "han.mei", "design", "zhou.jie", "年会邀请函设计", 15, 0),
            new Episode(5, "he.tao", "it", "zhao.gong", "新产线的网络布线方案", 20, 0),
            new Episode(4, "tang.wan", "finance", "guo.jing", "年度办公用品采购预算", 18, 0));

    private final Database database;
    private final Supplier<Company> company;
    private final Clock clock;

    public DemoHistory(Database database, Supplier<Company> company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    /** Writes the history if there is no request yet and the people in it are the company's. */
    public void writeOnce() {
        boolean known = EPISODES.stream()
                .allMatch(episode ->
                        company.get().organisation().person(episode.asker()).isPresent()
                                && company.get()
                                        .organisation()
                                        .person(episode.answerer())
                                        .isPresent());
        if (!known) return;
        database.inTransaction(books -> {
            if (books.requests().find(ItemNumber.request(1)).isEmpty())
                EPISODES.forEach(episode -> write(books, episode));
            return null;
        });
    }

    private void write(Books books, Episode episode) {
        WorkCalendar calendar = company.get().calendar();
        LocalDate filedOn = calendar.workingDay(calendar.dateOf(clock.instant()), -episode.workingDaysAgo());
        Instant filedAt = calendar.opening(filedOn).plus(Duration.ofMinutes(37));
        LocalDate doneOn = calendar.workingDay(filedOn, episode.daysTaken());

        ItemNumber number = books.requests().nextNumber(filedAt);
        Chat chat = new Chat("sandbox", "group:all", Chat.Kind.GROUP, "");
        RequestCommand.File file = new RequestCommand.File(
                episode.department(),
                Optional.of(episode.answerer()),
                episode.need(),
                Optional.of(doneOn),
                "",
                false,
                Visibility.COMPANY,
                Set.of(),
                true);
        Stored<Request> stored = keep(
                books,
                Optional.empty(),
                kind().feature().rules().file(number, file, List.of(), chat, occasion(episode.asker(), filedAt)),
                episode.asker(),
                filedAt);

        Instant acceptedAt = filedAt.plus(Duration.ofMinutes(95));
        stored = act(
                books, stored, episode.answerer(), acceptedAt, new RequestCommand.Accept(number, Optional.of(doneOn)));
        if (episode.stars() == 0) return;
        Instant doneAt = calendar.opening(doneOn).plus(Duration.ofHours(2));
        stored = act(books, stored, episode.answerer(), doneAt, new RequestCommand.Deliver(number, ""));
        act(
                books,
                stored,
                episode.asker(),
                doneAt.plus(Duration.ofHours(1)),
                new RequestCommand.Verify(number, Optional.of(episode.stars()), ""));
    }

    private Stored<Request> act(
            Books books, Stored<Request> before, String who, Instant at, RequestCommand.About command) {
        return keep(
                books,
                Optional.of(before),
                kind().feature().decide(before.item(), command, occasion(who, at)),
                who,
                at);
    }

    private Stored<Request> keep(
            Books books, Optional<Stored<Request>> before, Decision<Request> decision, String who, Instant at) {
        if (!(decision instanceof Decision.Done<Request> done)) {
            throw new IllegalStateException("the demo history is refused: " + decision);
        }
        TrailEntry.Source source = new TrailEntry.Source("sandbox", "group:all", "demo");
        Decided<Request> decided = new Decided<>(before, done, occasion(who, at), source);
        return new Ledger(books, company.get())
                .record(kind(), List.of(decided), at)
                .get(0);
    }

    private Kind<Request, RequestFeature> kind() {
        return company.get().features().requests();
    }

    private Occasion occasion(String who, Instant at) {
        Company now = company.get();
        Routing routing =
                new Routing(now.organisation(), Availability.on(now.calendar().dateOf(at), List.of()));
        return new Occasion(Actor.person(who), at, now.organisation(), routing, now.calendar());
    }
}
