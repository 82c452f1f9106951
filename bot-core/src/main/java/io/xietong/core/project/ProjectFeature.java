package io.xietong.core.project;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.feature.WorkingGroup;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The project as the desk sees it. */
public final class ProjectFeature implements Feature<Project, ProjectCommand.About> {

    private final ProjectPolicy policy;
    private final ProjectRules rules;

    public ProjectFeature(ProjectPolicy policy) {
        this.policy = policy;
        this.rules = new ProjectRules(policy);
    }

    /** For drafting one, and for reviews that have passed. */
    public ProjectRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.PROJECT;
    }

    @Override
    public Class<ProjectCommand.About> commands() {
        return ProjectCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return ProjectFact.class;
    }

    @Override
    public String words() {
        return "project";
    }

    /** Where it was drafted, everybody was there; its own group is for it. */
    @Override
    public boolean mayShowIn(Project project, Chat chat) {
        return project.chat().isSame(chat);
    }

    @Override
    public boolean maySee(Project project, String person, Organisation organisation, Routing routing) {
        return new Standing(project, organisation, routing).maySee(person);
    }

    /** Whoever leads the working group gives it its tasks (plan duty 13). */
    @Override
    public boolean mayTask(Project project, String person, String owner, Organisation organisation, Routing routing) {
        return project.isOpen()
                && project.parties().contains(owner)
                && new Standing(project, organisation, routing).leads(person);
    }

    @Override
    public Optional<String> inNameOf(Project project, ProjectCommand.About command, Occasion occasion) {
        return rules.inNameOf(project, command, occasion);
    }

    @Override
    public Decision<Project> decide(Project project, ProjectCommand.About command, Occasion occasion) {
        return rules.decide(project, command, occasion);
    }

    @Override
    public Optional<WorkingGroup> group(Project project) {
        if (project.isOpen() && project.state() != State.ACTIVE) return Optional.empty();
        Set<String> members = new HashSet<>(project.members());
        members.add(project.lead().person());
        String name = project.number() + " " + project.title();
        Optional<Message> ended = project.isOpen()
                ? Optional.empty()
                : Optional.of(Message.of(
                        "project.group.ended",
                        name,
                        Message.of("project.state." + project.state().name())));
        return Optional.of(new WorkingGroup(name, project.lead().person(), members, ended));
    }

    @Override
    public Decision<Project> housed(Project project, Chat group) {
        ProjectDraft draft = new ProjectDraft(project);
        draft.chat = group;
        return Decision.done(draft.done(), new ProjectFact.GroupMade(group.platform(), group.id(), group.name()));
    }

    @Override
    public Project watchedBy(Project project, Set<String> watchers) {
        ProjectDraft draft = new ProjectDraft(project);
        draft.watchers = watchers;
        return draft.done();
    }

    @Override
    public Decision<Project> ring(Project project, Occasion occasion) {
        return rules.ring(project, occasion);
    }

    @Override
    public Decision<Project> recompute(Project project, Occasion occasion) {
        return rules.recompute(project, occasion);
    }

    @Override
    public List<Outgoing> news(Project after, List<Fact> facts, Occasion occasion) {
        return ProjectNews.of(after, facts, occasion);
    }

    @Override
    public Card card(Project project, Optional<Message> headline, View view) {
        return ProjectCards.card(project, headline, view);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        return ProjectTold.told(fact, organisation);
    }

    @Override
    public Optional<Message> nextRing(Project project, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, terms(project, clock, calendar));
    }

    @Override
    public List<Message> explain(Project project, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = terms(project, clock, calendar);
        return terms.allowance().explain(terms.calendar(), clock.armedAt(), clock.pauses());
    }

    private Terms terms(Project project, Deadline clock, WorkCalendar calendar) {
        return new ProjectClocks(policy, calendar).terms(project, clock);
    }
}
