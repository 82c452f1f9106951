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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
            if (books.requests().find(ItemNumber.request(1)).isEmpty()) write(books);
            return null;
        });
    }

    /** What an episode has come to. */
    private record Told(Episode episode, Stored<Request> stored) {

        ItemNumber number() {
            return stored.item().number();
        }
    }

    /** Step by step for all episodes, so that few statements write them. */
    private void write(Books books) {
        List<Told> told = record(
                books,
                EPISODES,
                EPISODES.stream().map(episode -> filed(books, episode)).toList());
        told = record(books, told, this::accepted);
        told = told.stream().filter(one -> one.episode().stars() > 0).toList();
        told = record(books, told, this::delivered);
        record(books, told, this::verified);
    }

    private Decided<Request> filed(Books books, Episode episode) {
        Instant at = filedAt(episode);
        ItemNumber number = books.requests().nextNumber(at);
        Chat chat = new Chat("sandbox", "group:all", Chat.Kind.GROUP, "");
        RequestCommand.File file = new RequestCommand.File(
                episode.department(),
                Optional.of(episode.answerer()),
                episode.need(),
                Optional.of(doneOn(episode)),
                "",
                false,
                Visibility.COMPANY,
                Set.of(),
                true);
        Occasion occasion = occasion(episode.asker(), at);
        return decided(
                Optional.empty(), kind().feature().rules().file(number, file, List.of(), chat, occasion), occasion);
    }

    private Decided<Request> accepted(Told told) {
        Episode episode = told.episode();
        Instant at = filedAt(episode).plus(Duration.ofMinutes(95));
        return act(
                told, episode.answerer(), at, new RequestCommand.Accept(told.number(), Optional.of(doneOn(episode))));
    }

    private Decided<Request> delivered(Told told) {
        return act(
                told, told.episode().answerer(), doneAt(told.episode()), new RequestCommand.Deliver(told.number(), ""));
    }

    private Decided<Request> verified(Told told) {
        Episode episode = told.episode();
        Instant at = doneAt(episode).plus(Duration.ofHours(1));
        return act(
                told, episode.asker(), at, new RequestCommand.Verify(told.number(), Optional.of(episode.stars()), ""));
    }

    private LocalDate filedOn(Episode episode) {
        WorkCalendar calendar = company.get().calendar();
        return calendar.workingDay(calendar.dateOf(clock.instant()), -episode.workingDaysAgo());
    }

    private Instant filedAt(Episode episode) {
        return company.get().calendar().opening(filedOn(episode)).plus(Duration.ofMinutes(37));
    }

    private LocalDate doneOn(Episode episode) {
        return company.get().calendar().workingDay(filedOn(episode), episode.daysTaken());
    }

    private Instant doneAt(Episode episode) {
        return company.get().calendar().opening(doneOn(episode)).plus(Duration.ofHours(2));
    }

    private Decided<Request> act(Told told, String who, Instant at, RequestCommand.About command) {
        Occasion occasion = occasion(who, at);
        return decided(
                Optional.of(told.stored()),
                kind().feature().decide(told.stored().item(), command, occasion),
                occasion);
    }

    private static Decided<Request> decided(
            Optional<Stored<Request>> before, Decision<Request> decision, Occasion occasion) {
        if (!(decision instanceof Decision.Done<Request> done)) {
            throw new IllegalStateException("the demo history is refused: " + decision);
        }
        return new Decided<>(before, done, occasion, new TrailEntry.Source("sandbox", "group:all", "demo"));
    }

    private List<Told> record(Books books, List<Told> told, Function<Told, Decided<Request>> step) {
        return record(
                books,
                told.stream().map(Told::episode).toList(),
                told.stream().map(step).toList());
    }

    private List<Told> record(Books books, List<Episode> episodes, List<Decided<Request>> decided) {
        List<Stored<Request>> stored = new Ledger(books, company.get()).record(kind(), decided, clock.instant());
        return IntStream.range(0, episodes.size())
                .mapToObj(i -> new Told(episodes.get(i), stored.get(i)))
                .toList();
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
