package io.xietong.app.desk;

import io.xietong.core.action.ActionItem;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.feature.ItemLists;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectCommand;
import io.xietong.core.project.ProjectFeature;
import io.xietong.core.project.ProjectForms;
import io.xietong.core.text.Message;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Takes in a new project within the speaker's turn, and shows projects: their list, and forms that begin with what is known. */
final class Founding {

    /** The newest open projects that are looked through for those that the speaker may see. */
    private static final int LOOKED_THROUGH = 200;
    /** The newest projects that are looked through for words. */
    private static final int SEARCHED = 1_000;

    private final Turn turn;
    private final Kind<Project, ProjectFeature> kind;

    Founding(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().projects();
    }

    Answer handle(ProjectCommand command) {
        if (command instanceof ProjectCommand.Projects projects) return projects(projects.words());
        if (command instanceof ProjectCommand.AskRevision ask)
            return form(ask.number(), project -> ProjectForms.revision(project, turn.view(reader())));
        if (command instanceof ProjectCommand.AskReport ask)
            return form(ask.number(), project -> ProjectForms.report(project, tasks(project), turn.view(reader())));
        if (command instanceof ProjectCommand.Archive archive) return new Archiving(turn).archive(archive.number());
        if (command instanceof ProjectCommand.Plan plan) return plan(plan.year());
        if (command instanceof ProjectCommand.Propose propose) return propose(propose);
        return draft((ProjectCommand.Draft) command);
    }

    private Optional<String> reader() {
        return Optional.of(turn.speaker.id());
    }

    private Answer draft(ProjectCommand.Draft draft) {
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        ItemNumber first = new ItemNumber(ItemKind.PROJECT, 1);
        Decision<Project> decision = kind.feature().rules().draft(first, draft, turn.chat(), occasion);
        if (decision instanceof Decision.Refused<Project> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.projects().nextNumber(turn.now);
        Decision.Done<Project> done =
                (Decision.Done<Project>) kind.feature().rules().draft(number, draft, turn.chat(), occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        return turn.made(
                "project.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }

    /** Each line becomes an item of its own with a vote of its own. */
    private Answer propose(ProjectCommand.Propose propose) {
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        ItemNumber first = new ItemNumber(ItemKind.PROJECT, 1);
        for (ProjectCommand.PlanLine line : propose.lines()) {
            Decision<Project> decision =
                    kind.feature().rules().propose(first, propose.year(), line, turn.chat(), occasion);
            if (decision instanceof Decision.Refused<Project> refused) return turn.tell(refused.why());
        }
        for (ProjectCommand.PlanLine line : propose.lines()) {
            ItemNumber number = turn.books.projects().nextNumber(turn.now);
            Decision.Done<Project> done = (Decision.Done<Project>)
                    kind.feature().rules().propose(number, propose.year(), line, turn.chat(), occasion);
            turn.keep(kind, Optional.empty(), done, occasion);
        }
        return plan(propose.year());
    }

    private Answer plan(int year) {
        List<ItemLists.Listed> seen = seen(turn.books.projects().ofPlan(year));
        String title = turn.words.say("project.list.plan", Integer.toString(year));
        String heading = turn.words.say(seen.isEmpty() ? "project.list.plan-empty" : "project.list.count", seen.size());
        turn.answer(turn.aside(), ItemLists.list(title, heading, seen, ItemNumber::toString, turn.words));
        return Answer.NONE;
    }

    private List<ItemLists.Listed> seen(List<Long> serials) {
        return kind.find(turn.books, serials).stream()
                .filter(turn::sees)
                .map(Found::listed)
                .toList();
    }

    /** Open ones; with words, those that hold all of them, whether open or not. */
    private Answer projects(String words) {
        List<String> wanted = Arrays.stream(folded(words).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<ItemLists.Listed> seen = Newest.of(
                        kind,
                        turn.books,
                        wanted.isEmpty() ? NearProjects.of(turn) : turn.books.projects()::before,
                        found -> turn.sees(found)
                                && wanted.stream().allMatch(folded(found.item().text())::contains),
                        ItemLists.SHOWN + 1,
                        wanted.isEmpty() ? LOOKED_THROUGH : SEARCHED)
                .stream()
                .map(Found::listed)
                .toList();
        String heading = turn.words.say(heading(seen), Math.min(seen.size(), ItemLists.SHOWN));
        turn.answer(
                turn.aside(),
                ItemLists.list(turn.words.say("project.list.title"), heading, seen, ItemNumber::toString, turn.words));
        return Answer.NONE;
    }

    private static String heading(List<ItemLists.Listed> seen) {
        if (seen.isEmpty()) return "project.list.empty";
        return seen.size() > ItemLists.SHOWN ? "project.list.newest" : "project.list.count";
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private Answer form(ItemNumber number, Function<Project, Card> form) {
        Optional<Found<Project>> found = kind.find(turn.books, number);
        if (found.isEmpty()) return turn.tell(Message.of("item.unknown", number));
        if (!turn.sees(found.get())) return turn.tell(found.get().hidden());
        turn.answer(turn.aside(), form.apply(found.get().item()));
        return Answer.NONE;
    }

    private List<ActionItem> tasks(Project project) {
        return turn.books.actionItems().find(turn.books.actionItems().openFrom(project.number())).stream()
                .map(stored -> stored.item())
                .toList();
    }
}
