package io.xietong.core.project;

import io.xietong.core.feature.SharedWords;
import io.xietong.core.item.Fact;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Ballot;
import java.util.List;

/** Says a project's facts in a few words, for its trail and for who acted. */
final class ProjectTold {

    private ProjectTold() {}

    static Message told(Fact fact, Organisation organisation) {
        if (fact instanceof ProjectFact.PlanProposed f)
            return say(f, f.year(), f.title(), organisation.departmentName(f.department()));
        if (fact instanceof ProjectFact.CharterDrafted f)
            return say(
                    f,
                    f.charter().title(),
                    organisation.nameOf(f.lead()),
                    f.stages().size());
        if (fact instanceof ProjectFact.CharterRevised f)
            return say(
                    f,
                    f.charter().title(),
                    organisation.nameOf(f.lead()),
                    f.stages().size());
        if (fact instanceof ProjectFact.CharterSigned f) return say(f, names(f.departments(), organisation));
        if (fact instanceof ProjectFact.CharterReturned f)
            return say(f, organisation.departmentName(f.department()), f.reason());
        if (fact instanceof ProjectFact.DutyAccepted f)
            return f.share()
                    .map(share -> Message.of("project.fact.DutyAccepted-share", organisation.nameOf(f.lead()), share))
                    .orElseGet(() -> say(f, organisation.nameOf(f.lead())));
        if (fact instanceof ProjectFact.DutyDeclined f) return say(f, organisation.nameOf(f.lead()), f.reason());
        if (fact instanceof ProjectFact.ApprovalAsked f)
            return say(f, question(f.question()), organisation.nameOf(f.presiding()));
        if (fact instanceof ProjectFact.ApprovalVoted f)
            return say(f, organisation.nameOf(f.voter()), choice(f.choice()), f.reason());
        if (fact instanceof ProjectFact.Approved f) return say(f, question(f.question()));
        if (fact instanceof ProjectFact.Rejected f) return say(f, question(f.question()));
        if (fact instanceof ProjectFact.ProjectStarted f) return say(f);
        return running(fact, organisation);
    }

    private static Message running(Fact fact, Organisation organisation) {
        if (fact instanceof ProjectFact.MilestoneReached f) return say(f, f.ordinal(), f.name(), f.note());
        if (fact instanceof ProjectFact.MilestoneSlipped f)
            return say(
                    f,
                    f.ordinal(),
                    f.name(),
                    f.from(),
                    f.to(),
                    organisation.departmentName(f.department()),
                    f.reason());
        if (fact instanceof ProjectFact.GatePassed f) return say(f, f.ordinal(), f.name(), f.review());
        if (fact instanceof ProjectFact.MilestoneRang f)
            return say(f, f.ordinal(), f.name(), SharedWords.rung(f.purpose(), f.rung(), f.due()));
        if (fact instanceof ProjectFact.LeadChanged f)
            return say(f, organisation.nameOf(f.from()), organisation.nameOf(f.to()), f.reason());
        if (fact instanceof ProjectFact.MemberJoined f) return say(f, organisation.nameOf(f.person()));
        if (fact instanceof ProjectFact.MemberLeft f) return say(f, organisation.nameOf(f.person()));
        if (fact instanceof ProjectFact.Renamed f) return say(f, f.from(), f.to());
        if (fact instanceof ProjectFact.MeetsRegularly f)
            return say(f, new Rhythm(f.weekday(), f.at(), f.length(), 0).said());
        if (fact instanceof ProjectFact.MeetsNoMore f) return say(f);
        if (fact instanceof ProjectFact.StandUpSet f)
            return Message.of(f.on() ? "project.fact.StandUpSet-on" : "project.fact.StandUpSet");
        if (fact instanceof ProjectFact.StoodUp f)
            return answer(organisation.nameOf(f.person()), f.done(), f.next(), f.blocker());
        if (fact instanceof ProjectFact.StandUpHeld f)
            return say(f, f.day(), f.answers().size(), people(f.missing(), organisation));
        if (fact instanceof ProjectFact.GroupMade f) return say(f, f.name());
        if (fact instanceof ProjectFact.ReportSent f) return say(f, f.text());
        if (fact instanceof ProjectFact.ProjectClosed f) return say(f, f.summary());
        if (fact instanceof ProjectFact.ProjectCancelled f) return say(f, f.reason());
        if (fact instanceof ProjectFact.Archived f) return say(f, f.hash(), f.items(), f.hidden());
        return SharedWords.told(fact);
    }

    /** What somebody said at a stand-up. */
    static Message answer(String name, String done, String next, String blocker) {
        return blocker.isBlank()
                ? Message.of("project.fact.StoodUp", name, done, next)
                : Message.of("project.fact.StoodUp-blocked", name, done, next, blocker);
    }

    private static List<Object> people(List<String> people, Organisation organisation) {
        return people.stream().<Object>map(organisation::nameOf).toList();
    }

    private static List<Object> names(List<String> departments, Organisation organisation) {
        return departments.stream().<Object>map(organisation::departmentName).toList();
    }

    private static Message question(Approval.Question question) {
        return Message.of("project.question." + question);
    }

    private static Message choice(String choice) {
        if (choice.equals(Ballot.ABSTAIN)) return Message.of("project.choice.ABSTAIN");
        return Message.of(choice.equals(Approval.FOR) ? "project.choice.FOR" : "project.choice.AGAINST");
    }

    private static Message say(ProjectFact fact, Object... args) {
        return Message.of("project.fact." + fact.getClass().getSimpleName(), args);
    }
}
