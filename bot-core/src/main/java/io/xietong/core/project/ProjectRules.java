package io.xietong.core.project;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Clocks;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Department;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Decides every command about projects: pure functions of state, command, occasion and policy. */
public final class ProjectRules {

    private final ProjectPolicy policy;

    public ProjectRules(ProjectPolicy policy) {
        this.policy = policy;
    }

    /** A new one, whose charter goes round at once. @param number the next free one */
    public Decision<Project> draft(ItemNumber number, ProjectCommand.Draft command, Chat chat, Occasion occasion) {
        Optional<Message> fault = Chartering.fault(command.charter(), command.lead(), command.milestones(), occasion);
        if (fault.isPresent()) return new Decision.Refused<>(fault.get());
        String department = Chartering.departmentOf(command.lead(), occasion.organisation());
        ProjectDraft draft = new ProjectDraft(fresh(
                number,
                State.SIGNING,
                command.charter(),
                chat,
                Optional.empty(),
                department,
                command.lead(),
                occasion));
        draft.milestones = command.milestones();
        draft.arm(Purpose.SIGNATURES, "", occasion.now(), new ProjectClocks(policy, occasion.calendar()));
        return Decision.done(
                draft.done(),
                new ProjectFact.CharterDrafted(
                        command.charter(), command.lead(), ProjectFact.Stage.of(command.milestones())));
    }

    /** A line of the year's plan, which the committee is asked about. @param number the next free one */
    public Decision<Project> propose(
            ItemNumber number, int year, ProjectCommand.PlanLine line, Chat chat, Occasion occasion) {
        if (!Standing.plans(occasion.person(), occasion.organisation()))
            return Decision.refused("project.refused.only-planners");
        Optional<String> head =
                occasion.organisation().department(line.department()).flatMap(Department::head);
        if (head.isEmpty())
            return Decision.refused(
                    "project.refused.no-head", occasion.organisation().departmentName(line.department()));
        Charter charter = new Charter(line.title(), line.goal(), "", "", ProjectKind.MAJOR);
        Project proposed = fresh(
                number, State.PROPOSED, charter, chat, Optional.of(year), line.department(), head.get(), occasion);
        ProjectDraft draft = new ProjectDraft(proposed);
        Fact asked =
                new Chartering(proposed, occasion, policy).ask(draft, Approval.Question.PLAN, policy.planRule(), "");
        return new Decision.Done<>(
                draft.done(), List.of(new ProjectFact.PlanProposed(year, line.title(), line.department()), asked));
    }

    private static Project fresh(
            ItemNumber number,
            State state,
            Charter charter,
            Chat chat,
            Optional<Integer> year,
            String department,
            String lead,
            Occasion occasion) {
        return new Project(
                number,
                0,
                state,
                charter,
                chat,
                occasion.person(),
                occasion.now(),
                year,
                department,
                Lead.named(lead),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                Set.of(),
                List.of());
    }

    /** A verb about one that exists. */
    public Decision<Project> decide(Project project, ProjectCommand.About command, Occasion occasion) {
        if (command instanceof ProjectCommand.Vote vote) return new Approving(project, occasion, policy).vote(vote);
        Chartering charter = new Chartering(project, occasion, policy);
        if (command instanceof ProjectCommand.Revise revise) return charter.revise(revise);
        if (command instanceof ProjectCommand.Sign) return charter.sign();
        if (command instanceof ProjectCommand.Return back) return charter.sendBack(back.reason());
        if (command instanceof ProjectCommand.AcceptDuty duty) return charter.accept(duty.share());
        if (command instanceof ProjectCommand.DeclineDuty duty) return charter.decline(duty.reason());
        if (command instanceof ProjectCommand.Rebaseline anew) return charter.rebaseline(anew.reason());
        Delivering work = new Delivering(project, occasion, policy);
        if (command instanceof ProjectCommand.Reach reach) return work.reach(reach);
        if (command instanceof ProjectCommand.PutOff later) return work.putOff(later);
        Steering steering = new Steering(project, occasion, policy);
        if (command instanceof ProjectCommand.ChangeLead lead) return steering.changeLead(lead);
        if (command instanceof ProjectCommand.Join join) return steering.join(join.person());
        if (command instanceof ProjectCommand.Leave leave) return steering.leave(leave.person());
        if (command instanceof ProjectCommand.Rename rename) return steering.rename(rename.title());
        if (command instanceof ProjectCommand.Report report) return steering.report(report.text());
        DailyStandUp daily = new DailyStandUp(project, occasion, policy);
        if (command instanceof ProjectCommand.SetStandUp set) return daily.set(set.on());
        if (command instanceof ProjectCommand.StandUpAnswer answer) return daily.answer(answer);
        if (command instanceof ProjectCommand.MeetRegularly meet) return new Rhythms(project, occasion).set(meet);
        if (command instanceof ProjectCommand.StopMeeting) return new Rhythms(project, occasion).stop();
        if (command instanceof ProjectCommand.File file) return steering.file(file);
        if (command instanceof ProjectCommand.Close close) return steering.close(close);
        return steering.cancel((ProjectCommand.Cancel) command);
    }

    /** In whose name somebody acts with a verb. */
    public Optional<String> inNameOf(Project project, ProjectCommand.About command, Occasion occasion) {
        Standing standing = Standing.of(project, occasion);
        String person = occasion.person();
        if (command instanceof ProjectCommand.Vote)
            return project.isBeforeCommittee()
                    ? standing.voting(person).flatMap(Panel.Capacity::inNameOf)
                    : Optional.empty();
        if (command instanceof ProjectCommand.Sign || command instanceof ProjectCommand.Return)
            return standing.signingFor(person).stream()
                    .map(Standing.Signing::inNameOf)
                    .findFirst()
                    .flatMap(UnaryOperator.identity());
        Optional<Integer> ordinal = Optional.empty();
        if (command instanceof ProjectCommand.Reach reach) ordinal = reach.ordinal();
        if (command instanceof ProjectCommand.PutOff later) ordinal = later.ordinal();
        return ordinal.flatMap(project::milestone)
                .flatMap(milestone -> standing.answersFor(person, milestone))
                .or(() -> standing.leading(person))
                .flatMap(Routing.Standing::inNameOf);
    }

    /**
     * The joint review of a 关键节点 has passed, or was overridden: what comes after it opens. Refused when the project is not
     * active, has no such 关键节点, or it has passed already.
     *
     * @param review number of the review
     */
    public Decision<Project> open(Project project, int ordinal, ItemNumber review, Occasion occasion) {
        if (project.state() != State.ACTIVE) return notNow(project);
        Optional<Milestone> found = project.milestone(ordinal).filter(Milestone::gate);
        if (found.isEmpty()) return Decision.refused("project.refused.no-such-gate", project.number(), ordinal);
        if (!found.get().locks()) return Decision.refused("project.refused.passed-already", project.number(), ordinal);
        ProjectDraft draft = new ProjectDraft(project);
        draft.milestone(ordinal, milestone -> milestone.passed(review));
        return Decision.done(
                draft.done(), new ProjectFact.GatePassed(ordinal, found.get().name(), review));
    }

    /** A clock has reached its next rung. */
    public Decision<Project> ring(Project project, Occasion occasion) {
        ProjectClocks clocks = new ProjectClocks(policy, occasion.calendar());
        List<Deadline> after = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Deadline clock : project.deadlines()) {
            Clocks rang = Clocks.ring(List.of(clock), occasion.now(), one -> clocks.terms(project, one));
            after.addAll(rang.deadlines());
            List<Fact> told = rang.facts().stream()
                    .map(fact -> named(project, clock, fact))
                    .toList();
            facts.addAll(
                    clock.purpose() == Purpose.REPORT || clock.purpose() == Purpose.STANDUP ? 0 : facts.size(),
                    told); // of several news the last is heard
        }
        if (facts.isEmpty()) return notNow(project);
        ProjectDraft draft = new ProjectDraft(project);
        draft.deadlines = after;
        if (isOver(facts, Purpose.STANDUP))
            facts.add(new DailyStandUp(project, occasion, policy)
                    .held(project.standUp().orElseThrow(), draft));
        if (isOver(facts, Purpose.REPORT)) draft.nextReport(occasion.today(), occasion.now(), clocks);
        return new Decision.Done<>(draft.done(), facts);
    }

    private static boolean isOver(List<Fact> facts, Purpose purpose) {
        return facts.stream()
                .anyMatch(fact ->
                        fact instanceof SharedFact.RungReached rung && rung.purpose() == purpose && rung.timeIsUp());
    }

    /** Of milestones it is said which one rang. */
    private static Fact named(Project project, Deadline clock, Fact fact) {
        if (!(fact instanceof SharedFact.RungReached rung) || clock.purpose() != Purpose.MILESTONE) return fact;
        return project.milestones().stream()
                .filter(milestone -> milestone.clock() == clock.round())
                .findFirst()
                .<Fact>map(milestone -> new ProjectFact.MilestoneRang(
                        milestone.ordinal(), milestone.name(), rung.rung(), rung.due(), rung.at()))
                .orElse(fact);
    }

    public Decision<Project> recompute(Project project, Occasion occasion) {
        ProjectClocks clocks = new ProjectClocks(policy, occasion.calendar());
        return changed(project, Clocks.recompute(project.deadlines(), clock -> clocks.terms(project, clock)));
    }

    private static Decision<Project> changed(Project project, Clocks clocks) {
        if (clocks.facts().isEmpty()) return notNow(project);
        ProjectDraft draft = new ProjectDraft(project);
        draft.deadlines = clocks.deadlines();
        return new Decision.Done<>(draft.done(), clocks.facts());
    }

    static Decision<Project> onlyLead(Project project, Occasion occasion) {
        return Decision.refused(
                "project.refused.only-lead",
                project.number(),
                occasion.organisation().nameOf(project.lead().person()));
    }

    static Decision<Project> onlyDirectors(Project project, Occasion occasion) {
        return Decision.refused(
                "project.refused.only-directors",
                project.number(),
                occasion.organisation().nameOf(project.lead().person()),
                occasion.organisation().departmentName(project.department()));
    }

    static Decision<Project> notNow(Project project) {
        return Decision.refused(
                "project.refused.not-now",
                project.number(),
                Message.of("project.state." + project.state().name()));
    }
}
