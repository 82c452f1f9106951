package io.xietong.app.desk;

import io.xietong.app.store.JdbiChatGroups.Kept;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Project;
import io.xietong.core.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 群组: the chat groups that the bot has made and keeps, as far as the speaker may see what they belong to (plan duty 26). */
final class GroupDirectory {

    private static final int SHOWN = 12;
    private static final int BUTTONS = 5;

    private final Turn turn;

    GroupDirectory(Turn turn) {
        this.turn = turn;
    }

    private record Line(Kept group, Project project) {}

    /** The newest project first. */
    Card card() {
        List<Line> lines = lines();
        Card.Builder card = Card.titled(turn.words.say("talk.groups.title"), Tone.INFO)
                .line(turn.words.say(lines.isEmpty() ? "talk.groups.none" : "talk.groups.known", lines.size()));
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> card.field(line.group().chat().name(), described(line)));
        if (lines.size() > SHOWN) card.line(turn.words.say("talk.groups.more", lines.size() - SHOWN));
        return card.buttons(lines.stream()
                        .limit(BUTTONS)
                        .map(line -> line.project().number().toString())
                        .map(number -> Button.plain("show-" + number, number, number))
                        .toList())
                .build();
    }

    /** Of what goes on and the speaker may see. */
    private List<Line> lines() {
        Map<ItemNumber, Kept> groups = turn.books.groups().all().stream()
                .filter(group -> group.item().kind() == ItemKind.PROJECT)
                .collect(Collectors.toMap(Kept::item, group -> group));
        List<Long> serials = groups.keySet().stream().map(ItemNumber::serial).toList();
        return turn.company.features().projects().find(turn.books, serials).stream()
                .filter(found -> found.item().isOpen() && turn.sees(found))
                .map(Found::item)
                .sorted(Comparator.comparing(Project::number).reversed())
                .map(project -> new Line(groups.get(project.number()), project))
                .toList();
    }

    private String described(Line line) {
        Project project = line.project();
        String lead = turn.organisation().nameOf(project.lead().person());
        boolean member = line.group().members().contains(turn.speaker.id());
        Message platform = Message.of("talk.platform." + line.group().chat().platform());
        String about = turn.words.say(
                "talk.groups.about",
                project.number() + " " + project.title(),
                turn.organisation().departmentName(project.department()),
                platform,
                line.group().members().size());
        Message joining = member
                ? Message.of("talk.groups.member")
                : Message.of("talk.groups.join", lead, project.number(), turn.speaker.name());
        return Stream.of(about, turn.words.say(joining)).reduce("", (one, more) -> (one + " " + more).strip());
    }
}
