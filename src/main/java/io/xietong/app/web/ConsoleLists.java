package io.xietong.app.web;

import io.javalin.http.Context;
import io.xietong.app.desk.Boards.DepartmentLine;
import io.xietong.app.desk.ItemLine;
import io.xietong.app.desk.Seeing;
import io.xietong.app.desk.Selection;
import io.xietong.app.desk.Stretch;
import io.xietong.app.export.Format;
import io.xietong.app.export.Sheet;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The console's pages that are lists of items. Every list is also a file. */
final class ConsoleLists {

    /** As many characters are sought at most; more is no word. */
    private static final int LONGEST = 200;

    private ConsoleLists() {}

    /** The list as a file, when the request asks for one; else as a page. */
    static ConsoleReply listed(Context ctx, Seeing seeing, Selection selection, Supplier<ConsoleReply> page) {
        Optional<Format> format = Arrays.stream(Format.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(ctx.queryParam("as")))
                .findFirst();
        if (format.isEmpty()) return page.get();
        Sheet sheet = seeing.sheet(selection);
        String name = sheet.name() + " " + seeing.today() + format.get().ending();
        return new ConsoleReply.File(name, format.get().type(), format.get().write(sheet));
    }

    static <T> ConsoleList<T> list(Context ctx, Address here, Stretch<T> stretch) {
        return new ConsoleList<>(here, stretch, from(ctx) == 0);
    }

    /** Where the page of a list begins. */
    static long from(Context ctx) {
        String from = ctx.queryParam("from");
        return from != null && from.matches("\\d{1,15}") ? Long.parseLong(from) : 0;
    }

    /** Whether only what is open is asked for; all of it is by {@code all=1}. */
    static boolean open(Context ctx) {
        return !"1".equals(ctx.queryParam("all"));
    }

    static ConsoleReply mine(Seeing seeing, Context ctx) {
        boolean own = "own".equals(ctx.queryParam("list"));
        Selection selection = own ? new Selection.Mine() : new Selection.Waiting();
        Address here = own ? Address.of("/console").with("list", "own") : Address.of("/console");
        return listed(ctx, seeing, selection, () -> {
            ConsoleFrame frame = ConsoleFrame.of(seeing, "mine", seeing.words().say("console.page.mine"));
            return new ConsoleReply.Page(
                    frame,
                    "mine",
                    Map.of(
                            "own",
                            own,
                            "load",
                            seeing.load(new Selection.Waiting()),
                            "list",
                            list(ctx, here, seeing.page(selection, from(ctx)))));
        });
    }

    static ConsoleReply department(Seeing seeing, Context ctx) {
        List<DepartmentLine> departments = seeing.boards().departments();
        String wanted =
                Optional.ofNullable(ctx.queryParam("of")).orElse(seeing.person().department());
        Optional<DepartmentLine> chosen = departments.stream()
                .filter(one -> one.id().equals(wanted) && one.load().isPresent())
                .findFirst();
        ConsoleFrame frame =
                ConsoleFrame.of(seeing, "department", seeing.words().say("console.page.department"));
        Map<String, Object> model = new HashMap<>(Map.of("departments", departments, "chosen", chosen));
        if (chosen.isEmpty()) {
            if (ctx.queryParam("of") != null) return new ConsoleReply.Nothing(frame);
            return new ConsoleReply.Page(frame, "department", model);
        }
        Selection selection = new Selection.OfDepartment(wanted);
        return listed(ctx, seeing, selection, () -> {
            Address here = Address.of("/console/department").with("of", wanted);
            model.put("list", Optional.of(list(ctx, here, seeing.page(selection, from(ctx)))));
            return new ConsoleReply.Page(frame, "department", model);
        });
    }

    /** 动态. */
    static ConsoleReply recent(Seeing seeing, Context ctx) {
        return listed(ctx, seeing, new Selection.Recent(), () -> {
            ConsoleFrame frame =
                    ConsoleFrame.of(seeing, "recent", seeing.words().say("console.page.recent"));
            Address here = Address.of("/console/recent");
            return new ConsoleReply.Page(frame, "recent", Map.of("list", list(ctx, here, seeing.recent(from(ctx)))));
        });
    }

    /** All of a kind. */
    static ConsoleReply all(Seeing seeing, Context ctx) {
        ItemKind kind = Arrays.stream(ItemKind.values())
                .filter(one -> one.prefix().equals(ctx.queryParam("kind")))
                .findFirst()
                .orElse(ItemKind.REQUEST);
        boolean open = open(ctx);
        Selection selection = new Selection.OfKind(kind, open);
        return listed(ctx, seeing, selection, () -> {
            Address here = Address.of("/console/all").with("kind", kind.prefix());
            ConsoleFrame frame = ConsoleFrame.of(seeing, "all", seeing.words().say("console.page.all"));
            Stretch<ItemLine> page = seeing.page(selection, from(ctx));
            return new ConsoleReply.Page(
                    frame,
                    "all",
                    Map.of("kind", kind, "open", open, "list", list(ctx, open ? here : here.with("all", 1), page)));
        });
    }

    /** 查; a number alone opens the item. */
    static ConsoleReply find(Seeing seeing, Context ctx) {
        String asked = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String words = asked.codePointCount(0, asked.length()) > LONGEST
                ? asked.substring(0, asked.offsetByCodePoints(0, LONGEST))
                : asked;
        ConsoleFrame frame = ConsoleFrame.of(seeing, "", seeing.words().say("console.page.find"))
                .seeking(words);
        Optional<ItemNumber> number = ItemNumber.read(words);
        if (number.isPresent()) return ConsoleActs.sheet(seeing, frame, number.get());
        Selection selection = new Selection.Found(words);
        return listed(ctx, seeing, selection, () -> {
            Stretch<ItemLine> found =
                    words.isEmpty() ? new Stretch<>("", List.of(), Optional.empty()) : seeing.page(selection, 0);
            Address here = Address.of("/console/find").with("q", words);
            return new ConsoleReply.Page(frame, "find", Map.of("list", list(ctx, here, found)));
        });
    }
}
