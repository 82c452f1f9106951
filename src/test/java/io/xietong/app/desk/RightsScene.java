package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The demo company with something of every kind in it, in which anybody may try anything: nothing of it lasts. */
final class RightsScene implements AutoCloseable {

    static final Phrasebook PHRASEBOOK = Phrases.book();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String CHARTER = """
            立项 新品上市
            牵头 韩梅
            类型 %s
            设计 2026-12-15 设计部+市场部 设计稿 关键节点
            量产 2027-01-20 生产部 首批5000件""";

    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 5);
    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final CompanyClock clock =
            CompanyClock.kept(database, Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), SHANGHAI), SHANGHAI);
    private final Engine engine = new Engine(database, company, clock, Map.of("sandbox", new FakePlatform("sandbox")));

    /** Carries an answer out of a transaction that is not to last. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Answer answer;

        Undone(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    RightsScene() {
        requests();
        disputes();
        projects();
        meetings();
        does("zhao.min", "行动项 周洁 补图 12月4日");
        does("zhao.min", "公告", Map.of("text", "盘点", "kind", "TASK", "audience", "设计部", "must", "yes", "at", ""));
        does(
                "zhou.jie",
                "文件",
                Map.of(
                        "name", "图纸",
                        "link", "https://docs.example/1",
                        "shelf", "PROJECT",
                        "audience", "设计部、市场部",
                        "review", ""));
        does(
                "zhou.jie",
                "文件",
                Map.of(
                        "name",
                        "配色",
                        "file",
                        new Uploads(database, company, clock).keep("sandbox", "zhou.jie", "配色.txt", new byte[] {'a'}),
                        "audience",
                        "设计部、市场部"));
    }

    /** XQ-1 waits for an answer, XQ-2 for acceptance, XQ-3 for information. */
    private void requests() {
        for (String what : List.of("海报", "名片", "画册")) does("li.lei", "求助 设计部 " + what + " 12月4日");
        does("zhou.jie", "完成 XQ-2 已发");
        does("zhou.jie", "需补充 XQ-3 尺寸");
    }

    /** ZY-1 is on the front line with terms of design's, ZY-2 waits for the secretary, ZY-3 is voted on, ZY-4 is ruled. */
    private void disputes() {
        for (int serial = 1; serial <= 4; serial++) does("li.lei", "争议 设计部 第" + serial + "次推迟");
        does("zhou.jie", "和解 ZY-1 周四交");
        for (int serial = 2; serial <= 4; serial++) {
            does("zhou.jie", "立场 ZY-" + serial + " 缺人");
            does("li.lei", "升级 ZY-" + serial + " 急");
            does("zhang.wei", "升级 ZY-" + serial + " 谈不拢");
        }
        does("sun.mi", "受案 ZY-3 进度");
        does("sun.mi", "受案 ZY-4 其他");
        does("chen.zong", "裁决 ZY-4 确认 照办");
    }

    /**
     * XM-1 is under way with PS-1 under review, XM-2 is to be signed, XM-3 to be accepted, XM-4 voted on; PS-2 of XM-5 has failed, XM-6
     * waits for its gate, XM-7 has just begun.
     */
    private void projects() {
        for (String kind : List.of("产品", "产品", "产品", "重大", "产品", "产品", "产品")) does("li.lei", CHARTER.formatted(kind));
        for (int serial : new int[] {1, 3, 4, 5, 6, 7})
            for (String head : List.of("zhang.wei", "zhao.min", "zheng.qiang")) does(head, "签署 XM-" + serial);
        for (int serial : new int[] {1, 4, 5, 6, 7}) does("han.mei", "承担 XM-" + serial);
        does("han.mei", "站会 XM-1 开启");
        for (int serial : new int[] {1, 5, 6}) does("zhou.jie", "达成 XM-" + serial + " 1 已出");
        for (int serial : new int[] {1, 5}) does("han.mei", "评审 XM-" + serial);
        does("zhao.min", "不通过 PS-2 未定稿");
    }

    /** HY-1 is the next briefing; HY-2 is to come, HY-3 was held, of HY-4 the minutes are out, of HY-5 written. */
    private void meetings() {
        engine.timeMachine().moveTo(Instant.parse("2026-11-24T02:00:00Z"));
        for (String day : List.of("12月2日 14:00", "11月24日 11:00", "11月24日 10:30", "11月24日 10:45"))
            does("zhang.wei", "开会 协调 " + day + " 李雷 周洁");
        engine.timeMachine().moveTo(Instant.parse("2026-11-24T03:30:00Z"));
        does("zhang.wei", "纪要 HY-4 照办");
        does("zhang.wei", "分发 HY-4 确认");
        does("zhang.wei", "纪要 HY-5 照办");
    }

    Answer tries(String person, String text) {
        try {
            return database.inTransaction(books -> {
                throw new Undone(new Conversation(
                                turn(books, person, text, Map.of()), PHRASEBOOK, List::of, company, List.of("sandbox"))
                        .answer());
            });
        } catch (Undone undone) {
            return undone.answer;
        }
    }

    private Turn turn(Books books, String person, String text, Map<String, String> form) {
        Person speaker = company.get().organisation().person(person).orElseThrow();
        return new Turn(books, company.get(), press(person, text, form), speaker, clock.instant());
    }

    private Inbound press(String person, String text, Map<String, String> form) {
        Chat single = new Chat("sandbox", person, Chat.Kind.SINGLE, "");
        return new Inbound(
                "sandbox",
                UUID.randomUUID().toString(),
                person,
                single,
                new Inbound.Press(text, 0, form, "m"),
                clock.instant());
    }

    private void does(String person, String text) {
        does(person, text, Map.of());
    }

    private void does(String person, String text, Map<String, String> form) {
        Answer answer = engine.desk().receive(press(person, text, form));
        assertThat(answer.done())
                .as(person + ": " + text + " → " + answer.toast())
                .isTrue();
        engine.courier().untilIdle();
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
