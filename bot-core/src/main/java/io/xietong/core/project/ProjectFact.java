package io.xietong.core.project;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What happened to a project. Each fact is one entry of its trail. */
public sealed interface ProjectFact extends Fact {

    /** Put forward for the year's plan. */
    record PlanProposed(int year, String title, String department) implements ProjectFact {}

    /** A milestone as the charter has it. */
    record Stage(
            String name, String department, List<String> supporting, String deliverable, LocalDate date, boolean gate) {

        Stage on(LocalDate day) {
            return new Stage(name, department, supporting, deliverable, day, gate);
        }

        static List<Stage> of(List<Milestone> milestones) {
            return milestones.stream()
                    .map(one -> new Stage(
                            one.name(), one.department(), one.supporting(), one.deliverable(), one.date(), one.gate()))
                    .toList();
        }
    }

    record CharterDrafted(Charter charter, String lead, List<Stage> stages) implements ProjectFact {}

    /** The charter was changed and goes round again. */
    record CharterRevised(Charter charter, String lead, List<Stage> stages) implements ProjectFact {}

    /** Departments stand by the charter. @param all whether nobody is missing any more */
    record CharterSigned(List<String> departments, boolean all) implements ProjectFact {}

    record CharterReturned(String department, String reason) implements ProjectFact {}

    record DutyAccepted(String lead, Optional<Integer> share) implements ProjectFact {}

    record DutyDeclined(String lead, String reason) implements ProjectFact {}

    /** The committee is asked. */
    record ApprovalAsked(Approval.Question question, String presiding, List<String> voters, String reason)
            implements ProjectFact {}

    record ApprovalVoted(String voter, String choice, String reason) implements ProjectFact {}

    record Approved(Approval.Question question) implements ProjectFact {}

    record Rejected(Approval.Question question) implements ProjectFact {}

    /** It has begun: the dates are frozen. */
    record ProjectStarted() implements ProjectFact {}

    record MilestoneReached(int ordinal, String name, String note) implements ProjectFact {}

    record MilestoneSlipped(int ordinal, String name, LocalDate from, LocalDate to, String department, String reason)
            implements ProjectFact {}

    /** The joint review of a 关键节点 has passed, or was overridden. */
    record GatePassed(int ordinal, String name, ItemNumber review) implements ProjectFact {}

    /** The clock of a milestone reached a rung; decides nothing. @param rung such as {@code T-5} */
    record MilestoneRang(int ordinal, String name, String rung, Instant due, Instant at) implements ProjectFact {

        @Override
        public boolean decides() {
            return false;
        }

        public Purpose purpose() {
            return Purpose.MILESTONE;
        }
    }

    record LeadChanged(String from, String to, String reason) implements ProjectFact {}

    record MemberJoined(String person) implements ProjectFact {}

    record MemberLeft(String person) implements ProjectFact {}

    record Renamed(String from, String to) implements ProjectFact {}

    /** Its own chat group was made. @param chat the platform's id of it */
    record GroupMade(String platform, String chat, String name) implements ProjectFact {

        @Override
        public boolean decides() {
            return false;
        }
    }

    record ReportSent(String text) implements ProjectFact {

        @Override
        public boolean decides() {
            return false;
        }
    }

    /** It meets of its own. @param weekday empty for every working day */
    record MeetsRegularly(Optional<DayOfWeek> weekday, LocalTime at, Optional<Duration> length)
            implements ProjectFact {}

    record MeetsNoMore() implements ProjectFact {}

    record StandUpSet(boolean on) implements ProjectFact {}

    record StoodUp(String person, String done, String next, String blocker) implements ProjectFact {

        @Override
        public boolean decides() {
            return false;
        }
    }

    /** The day's stand-up is over. @param missing those who were there and did not answer @param away those who were not */
    record StandUpHeld(LocalDate day, List<StandUp.Answer> answers, List<String> missing, List<String> away)
            implements ProjectFact {

        @Override
        public boolean decides() {
            return false;
        }
    }

    /** @param open ordinals of the milestones that were left open */
    record ProjectClosed(String summary, List<Integer> open) implements ProjectFact {}

    record ProjectCancelled(String reason) implements ProjectFact {}

    /** Its archive was made, which can be compared by its SHA-256. @param hidden items that are not in it */
    record Archived(String hash, int items, int hidden) implements ProjectFact {

        @Override
        public boolean decides() {
            return false;
        }
    }
}
