package io.xietong.app.desk;

import io.xietong.app.store.JdbiChatGroups.Kept;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Project;
import io.xietong.core.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 群组: the chat groups that the bot has made and keeps, as far as the speaker may see what they belong to (plan duty 26). */
final class GroupDirectory {

    private static final int SHOWN = 12;
    private static final int BUTTONS = 5;
    /** The newest projects that are looked through for those that the speaker may see. */
    private static final int LOOKED_THROUGH = 200;

    private final Turn turn;
    private final Map<ItemNumber, Kept> groups = new HashMap<>();

    GroupDirectory(Turn turn) {
        this.turn = turn;
    }

    private record Line(Kept group, Project project) {}

    /** The newest project first. */
    Card card() {
        List<Line> lines = lines();
        Card.Builder card = Card.titled(turn.words.say("talk.groups.title"), Tone.INFO)
                .line(turn.words.say(heading(lines), Math.min(lines.size(), SHOWN)));
        lines.stream()
                .limit(SHOWN)
                .forEach(line -> card.field(line.group().chat().name(), described(line)));
        return card.buttons(lines.stream()
                        .limit(BUTTONS)
                        .map(line -> line.project().number().toString())
                        .map(number -> Button.plain("show-" + number, number, number))
                        .toList())
                .build();
    }

    /** Of what goes on and the speaker may see; one more than are shown, if there are so many. */
    private List<Line> lines() {
        return Newest.of(
                        turn.company.features().projects(),
                        turn.books,
                        withGroups(NearProjects.of(turn)),
                        found -> groups.containsKey(found.number()) && turn.sees(found),
                        SHOWN + 1,
                        LOOKED_THROUGH)
                .stream()
                .map(found -> new Line(groups.get(found.number()), found.item()))
                .toList();
    }

    /** The same, with a look at the groups of all in a step. */
    private Newest.Serials withGroups(Newest.Serials near) {
        return (below, most) -> {
            List<Long> step = near.below(below, most);
            turn.books
                    .groups()
                    .of(step.stream()
                            .map(turn.company.features().projects()::number)
                            .toList())
                    .forEach(group -> groups.put(group.item(), group));
            return step;
        };
    }

    private static String heading(List<Line> lines) {
        if (lines.isEmpty()) return "talk.groups.none";
        return lines.size() > SHOWN ? "talk.groups.newest" : "talk.groups.known";
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
