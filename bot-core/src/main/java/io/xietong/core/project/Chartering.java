package io.xietong.core.project;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.people.Seat;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From the draft to the start: signatures, the lead's word, the committee (plan duties 12 and 27). */
final class Chartering {

    /** Nobody signs a longer plan. */
    private static final int MOST_MILESTONES = 30;

    private final Project project;
    private final Occasion occasion;
    private final ProjectPolicy policy;
    private final ProjectClocks clocks;
    private final Standing standing;

    Chartering(Project project, Occasion occasion, ProjectPolicy policy) {
        this.project = project;
        this.occasion = occasion;
        this.policy = policy;
        this.clocks = new ProjectClocks(policy, occasion.calendar());
        this.standing = Standing.of(project, occasion);
    }

    /** Why a charter cannot go round; empty when it can. */
    static Optional<Message> fault(Charter charter, String lead, List<Milestone> milestones, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        if (charter.goal().isBlank()) return Optional.of(Message.of("project.refused.no-goal"));
        if (organisation.person(lead).isEmpty()) return Optional.of(Message.of("project.refused.no-lead"));
        if (milestones.isEmpty()) return Optional.of(Message.of("project.refused.no-milestones"));
        if (milestones.size() > MOST_MILESTONES)
            return Optional.of(Message.of("project.refused.too-many-milestones", MOST_MILESTONES));
        LocalDate last = LocalDate.MIN;
        for (Milestone milestone : milestones) {
            LocalDate day = occasion.calendar().nextWorkingDay(milestone.date());
            if (!occasion.calendar().closing(day).isAfter(occasion.now()))
                return Optional.of(Message.of("project.refused.past-date", milestone.name(), milestone.date()));
            if (milestone.date().isBefore(last))
                return Optional.of(Message.of("project.refused.not-in-order", milestone.name(), last));
            last = milestone.date();
        }
        Set<String> named = new HashSet<>(Set.of(departmentOf(lead, organisation)));
        milestones.forEach(milestone -> named.add(milestone.department()));
        milestones.forEach(milestone -> named.addAll(milestone.supporting()));
        return named.size() > 1 ? Optional.empty() : Optional.of(Message.of("project.refused.one-department"));
    }

    static String departmentOf(String person, Organisation organisation) {
        return organisation.person(person).map(Person::department).orElse("");
    }

    Decision<Project> revise(ProjectCommand.Revise command) {
        if (!project.state().isBeforeStart()) return ProjectRules.notNow(project);
        if (!standing.directs(occasion.person())) return ProjectRules.onlyDirectors(project, occasion);
        Optional<Message> fault = fault(command.charter(), command.lead(), command.milestones(), occasion);
        if (fault.isPresent()) return new Decision.Refused<>(fault.get());
        ProjectDraft draft = new ProjectDraft(project);
        draft.charter = command.charter();
        if (project.milestones().isEmpty()) draft.draftedBy = occasion.person();
        draft.lead = Lead.named(command.lead());
        draft.department = departmentOf(command.lead(), occasion.organisation());
        draft.milestones = command.milestones();
        goRound(draft);
        return Decision.done(
                draft.done(),
                new ProjectFact.CharterRevised(
                        command.charter(), command.lead(), ProjectFact.Stage.of(command.milestones())));
    }

    private void goRound(ProjectDraft draft) {
        draft.stopClocks(occasion.now());
        draft.signatures = List.of();
        draft.approval = Optional.empty();
        draft.state = State.SIGNING;
        draft.arm(Purpose.SIGNATURES, "", occasion.now(), clocks);
    }

    Decision<Project> sign() {
        if (project.state() != State.SIGNING) return ProjectRules.notNow(project);
        List<Standing.Signing> signing = standing.signingFor(occasion.person());
        if (signing.isEmpty()) return onlyHeads();
        List<String> missing = project.unsigned();
        List<Standing.Signing> now = signing.stream()
                .filter(one -> missing.contains(one.department()))
                .toList();
        if (now.isEmpty()) return Decision.refused("project.refused.signed-already", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        List<Signature> signatures = new ArrayList<>(project.signatures());
        for (Standing.Signing one : now) {
            Actor actor = new Actor(occasion.actor().person(), one.inNameOf());
            signatures.add(new Signature(one.department(), actor, occasion.now()));
        }
        draft.signatures = signatures;
        boolean all = now.size() == missing.size();
        if (all) {
            draft.meet(Purpose.SIGNATURES, occasion.now());
            draft.state = State.ACCEPTING;
            draft.arm(Purpose.DUTY, project.lead().person(), occasion.now(), clocks);
        }
        List<String> departments =
                now.stream().map(Standing.Signing::department).toList();
        return Decision.done(draft.done(), new ProjectFact.CharterSigned(departments, all));
    }

    private Decision<Project> onlyHeads() {
        List<Object> heads = project.unsigned().stream()
                .<Object>map(department -> headOf(department))
                .toList();
        return Decision.refused("project.refused.only-heads", project.number(), heads);
    }

    private Object headOf(String department) {
        return occasion.routing()
                .actingHead(department, Set.of())
                .<Object>map(acting -> Message.of(
                        "project.head-of",
                        occasion.organisation().departmentName(department),
                        occasion.organisation().nameOf(acting.person())))
                .orElse(occasion.organisation().departmentName(department));
    }

    Decision<Project> sendBack(String reason) {
        if (project.state() != State.SIGNING) return ProjectRules.notNow(project);
        List<Standing.Signing> signing = standing.signingFor(occasion.person());
        if (signing.isEmpty()) return onlyHeads();
        if (reason.isBlank()) return Decision.refused("project.refused.no-reason-to-return", project.number());
        return Decision.done(
                backToDraft(), new ProjectFact.CharterReturned(signing.get(0).department(), reason));
    }

    private Project backToDraft() {
        ProjectDraft draft = new ProjectDraft(project);
        draft.stopClocks(occasion.now());
        draft.signatures = List.of();
        draft.state = State.DRAFT;
        return draft.done();
    }

    private boolean awaitsLead() {
        return project.state() == State.ACCEPTING
                || project.state() == State.ACTIVE && !project.lead().hasAccepted();
    }

    /** By the lead in person: nobody takes a duty upon somebody else. */
    Decision<Project> accept(Optional<Integer> share) {
        if (!awaitsLead()) return ProjectRules.notNow(project);
        if (!project.lead().person().equals(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (share.filter(percent -> percent < 1 || percent > 100).isPresent())
            return Decision.refused("project.refused.share", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        String lead = project.lead().person();
        draft.lead = new Lead(lead, share, Optional.of(occasion.now()));
        draft.meet(Purpose.DUTY, occasion.now());
        List<Fact> facts = new ArrayList<>();
        facts.add(new ProjectFact.DutyAccepted(lead, share));
        Optional<Rule> rule =
                Optional.ofNullable(policy.rules().get(project.charter().kind()));
        if (project.state() == State.ACCEPTING) {
            if (rule.isPresent()) facts.add(ask(draft, Approval.Question.CHARTER, rule.get(), ""));
            else facts.add(start(draft));
        }
        return new Decision.Done<>(draft.done(), facts);
    }

    Decision<Project> decline(String reason) {
        if (!awaitsLead()) return ProjectRules.notNow(project);
        if (!project.lead().person().equals(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (reason.isBlank()) return Decision.refused("project.refused.no-reason-to-decline", project.number());
        ProjectFact declined = new ProjectFact.DutyDeclined(project.lead().person(), reason);
        if (project.state() == State.ACCEPTING) return Decision.done(backToDraft(), declined);
        return Decision.done(new ProjectDraft(project).done(), declined);
    }

    /** 重定基线: the lead asks the committee. */
    Decision<Project> rebaseline(String reason) {
        if (project.state() != State.ACTIVE) return ProjectRules.notNow(project);
        if (!standing.leads(occasion.person())) return ProjectRules.onlyLead(project, occasion);
        if (project.isBeforeCommittee()) return Decision.refused("project.refused.voting-already", project.number());
        boolean same = project.milestones().stream()
                .allMatch(milestone ->
                        milestone.baseline().filter(milestone.date()::equals).isPresent());
        if (same) return Decision.refused("project.refused.baseline-holds", project.number());
        if (reason.isBlank()) return Decision.refused("project.refused.no-reason-for-baseline", project.number());
        ProjectDraft draft = new ProjectDraft(project);
        Fact asked = ask(draft, Approval.Question.BASELINE, policy.baselineRule(), reason);
        return Decision.done(draft.done(), asked);
    }

    /** Asks the committee. */
    ProjectFact ask(ProjectDraft draft, Approval.Question question, Rule rule, String reason) {
        var ballot = standing.panel(question).open(rule, List.of(Approval.FOR, Approval.AGAINST), policy.quorum());
        draft.approval = Optional.of(new Approval(question, reason, ballot.chair(), ballot, occasion.now()));
        if (question == Approval.Question.CHARTER) draft.state = State.APPROVING;
        draft.arm(Purpose.APPROVAL, ballot.chair(), occasion.now(), clocks);
        return new ProjectFact.ApprovalAsked(question, ballot.chair(), ballot.eligible(), reason);
    }

    /** It has begun: the dates are frozen, the clocks of all milestones run, and each department has somebody in the group. */
    ProjectFact start(ProjectDraft draft) {
        draft.state = State.ACTIVE;
        Set<String> members = new HashSet<>(draft.members);
        members.add(project.draftedBy());
        for (String department : project.departments()) {
            occasion.routing()
                    .assign(department, Set.of())
                    .filter(found -> found.seat() != Seat.SECRETARY)
                    .map(Assignment::person)
                    .ifPresent(members::add);
        }
        members.remove(project.lead().person());
        draft.members = members;
        for (Milestone milestone : project.milestones()) {
            draft.schedule(milestone.ordinal(), milestone.date(), occasion.now(), clocks);
            draft.milestone(milestone.ordinal(), Milestone::frozen);
        }
        draft.nextReport(occasion.today(), occasion.now(), clocks);
        return new ProjectFact.ProjectStarted();
    }
}
