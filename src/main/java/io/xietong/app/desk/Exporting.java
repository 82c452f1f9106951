package io.xietong.app.desk;

import io.xietong.app.export.Format;
import io.xietong.app.export.Sheet;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Item;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;

/** 导出: what somebody may see, as a table in a file. */
final class Exporting {

    /** Of each kind so many of the newest are looked at; more than a spreadsheet is read for. */
    static final int MOST = 5_000;

    private final Turn turn;
    private final Listing listing;

    Exporting(Turn turn, Listing listing) {
        this.turn = turn;
        this.listing = listing;
    }

    Answer handle(TalkCommand.Export export) {
        List<Found<?>> items = export.onlyMine() ? listing.visible(listing.mine()) : visible(export);
        if (items.isEmpty()) return turn.tell(Message.of("talk.export.nothing"));
        Format format = export.csv() ? Format.CSV : Format.XLSX;
        Sheet sheet = sheet(items, turn.company, turn.words);
        byte[] content = format.write(sheet);
        String name = sheet.name() + " " + turn.today() + format.ending();
        String address = Download.link(turn, name, format.type(), content);
        turn.answer(turn.aside(), Message.of("talk.export.ready", name, items.size(), address));
        return turn.pressed() ? turn.confirm(Message.of("talk.export.sent", name)) : Answer.NONE;
    }

    private List<Found<?>> visible(TalkCommand.Export export) {
        List<Found<?>> items = new ArrayList<>();
        for (Kind<?, ?> kind : turn.company.features().all()) {
            if (export.kind().filter(only -> only != kind.feature().kind()).isEmpty())
                items.addAll(Newest.of(kind, turn.books, turn::sees, MOST));
        }
        return items;
    }

    static Sheet sheet(List<Found<?>> items, Company company, Words words) {
        List<String> headings = new ArrayList<>();
        for (String heading : List.of("number", "kind", "title", "state", "due", "people", "text"))
            headings.add(words.say("talk.export." + heading));
        List<List<String>> rows =
                items.stream().map(found -> row(found, company, words)).toList();
        return new Sheet(words.say("talk.export.name"), headings, rows);
    }

    private static List<String> row(Found<?> found, Company company, Words words) {
        Item item = found.item();
        List<Object> people = item.parties().stream()
                .<Object>map(company.organisation()::nameOf)
                .toList();
        String due = item.firstDue()
                .flatMap(Deadline::dueAt)
                .map(at -> words.say("text.verbatim", at))
                .orElse("");
        return List.of(
                item.number().toString(),
                words.say("talk.export.kind." + item.number().kind().name()),
                item.title(),
                words.say(found.state()),
                due,
                words.say("text.verbatim", people),
                item.text());
    }
}
