package io.xietong.app.web;

import static io.xietong.app.web.ConsoleLists.from;
import static io.xietong.app.web.ConsoleLists.list;
import static io.xietong.app.web.ConsoleLists.listed;
import static io.xietong.app.web.ConsoleLists.open;

import io.javalin.http.Context;
import io.xietong.app.desk.Seeing;
import io.xietong.app.desk.Selection;
import io.xietong.core.item.ItemKind;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** The console's pages of one kind of item each, which show more than lines. */
final class ConsoleBoards {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private ConsoleBoards() {}

    static ConsoleReply disputes(Seeing seeing, Context ctx) {
        boolean open = open(ctx);
        return listed(ctx, seeing, new Selection.OfKind(ItemKind.DISPUTE, open), () -> {
            Address here = here("/console/disputes", open);
            var page = list(ctx, here, seeing.boards().disputes(open, from(ctx)));
            return new ConsoleReply.Page(frame(seeing, "disputes"), "disputes", Map.of("open", open, "list", page));
        });
    }

    static ConsoleReply projects(Seeing seeing, Context ctx) {
        boolean open = open(ctx);
        return listed(ctx, seeing, new Selection.OfKind(ItemKind.PROJECT, open), () -> {
            Address here = here("/console/projects", open);
            var page = list(ctx, here, seeing.boards().projects(open, from(ctx)));
            List<Timeline> timelines = page.lines().stream()
                    .map(plan ->
                            Timeline.of(plan, seeing.today(), seeing.words().language()))
                    .toList();
            return new ConsoleReply.Page(
                    frame(seeing, "projects"), "projects", Map.of("open", open, "list", page, "timelines", timelines));
        });
    }

    static ConsoleReply meetings(Seeing seeing, Context ctx) {
        YearMonth month = month(ctx.queryParam("month"), YearMonth.from(seeing.today()));
        return listed(ctx, seeing, new Selection.InMonth(month), () -> {
            var meetings = seeing.boards().meetings(month);
            return new ConsoleReply.Page(
                    frame(seeing, "meetings"),
                    "meetings",
                    Map.of(
                            "month",
                            new MonthPage(month, seeing.today(), seeing.boards().days(month), meetings)));
        });
    }

    private static YearMonth month(String asked, YearMonth otherwise) {
        try {
            YearMonth month = asked == null ? otherwise : YearMonth.parse(asked);
            return month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR ? otherwise : month;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    /** 公告与文件. */
    static ConsoleReply notices(Seeing seeing, Context ctx) {
        boolean documents = "documents".equals(ctx.queryParam("list"));
        Selection selection = documents
                ? new Selection.OfKind(ItemKind.DOCUMENT, true)
                : new Selection.OfKind(ItemKind.NOTICE, false);
        return listed(ctx, seeing, selection, () -> {
            Address here = Address.of("/console/notices");
            if (documents)
                return new ConsoleReply.Page(
                        frame(seeing, "notices"),
                        "documents",
                        Map.of(
                                "list",
                                list(
                                        ctx,
                                        here.with("list", "documents"),
                                        seeing.boards().documents(from(ctx)))));
            return new ConsoleReply.Page(
                    frame(seeing, "notices"),
                    "notices",
                    Map.of("list", list(ctx, here, seeing.boards().notices(from(ctx)))));
        });
    }

    private static Address here(String path, boolean open) {
        return open ? Address.of(path) : Address.of(path).with("all", 1);
    }

    private static ConsoleFrame frame(Seeing seeing, String page) {
        return ConsoleFrame.of(seeing, page, seeing.words().say("console.page." + page));
    }
}
