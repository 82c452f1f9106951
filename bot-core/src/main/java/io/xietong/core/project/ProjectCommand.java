package io.xietong.core.project;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What people ask for around a project. Texts are what the person wrote, unescaped. */
public sealed interface ProjectCommand extends Command {

    /** 立项. @param lead person id */
    record Draft(Charter charter, String lead, List<Milestone> milestones) implements ProjectCommand {}

    /** 年度计划 with lines: what the committee shall vote on for the year. */
    record Propose(int year, List<PlanLine> lines) implements ProjectCommand {}

    /** One line of a year's plan. @param department which leads it */
    record PlanLine(String title, String department, String goal) {}

    /** 年度计划: what became of each line. */
    record Plan(int year) implements ProjectCommand {}

    /** 项目: those that run and the speaker may see. @param words all of which they must hold; may be empty */
    record Projects(String words) implements ProjectCommand {}

    /** 修改 without saying what: the charter in a form. */
    record AskRevision(ItemNumber number) implements ProjectCommand {}

    /** 周报 without words: a draft made from facts, in a form. */
    record AskReport(ItemNumber number) implements ProjectCommand {}

    /** 归档: all there is about a project, in one file. */
    record Archive(ItemNumber number) implements ProjectCommand {}

    /** A verb about a project that exists. */
    sealed interface About extends ProjectCommand, AboutItem {}

    /** 修改: another charter in the place of the one before, which goes round again. */
    record Revise(ItemNumber number, Charter charter, String lead, List<Milestone> milestones) implements About {}

    /** 签署 for every department the speaker may sign for. */
    record Sign(ItemNumber number) implements About {}

    /** 不签: back to whoever drafted it. */
    record Return(ItemNumber number, String reason) implements About {}

    /** 承担. @param share percent of the lead's working time */
    record AcceptDuty(ItemNumber number, Optional<Integer> share) implements About {}

    /** 不承担. */
    record DeclineDuty(ItemNumber number, String reason) implements About {}

    /** 表决. */
    record Vote(ItemNumber number, Choice choice, String reason) implements About {}

    /** What a member of the committee can say. */
    enum Choice {
        FOR,
        AGAINST,
        ABSTAIN
    }

    /** 达成. @param ordinal of the milestone; empty when it was not said */
    record Reach(ItemNumber number, Optional<Integer> ordinal, String note) implements About {}

    /** 延期. @param department whose delay it is */
    record PutOff(
            ItemNumber number, Optional<Integer> ordinal, LocalDate date, Optional<String> department, String reason)
            implements About {}

    /** 重定基线. */
    record Rebaseline(ItemNumber number, String reason) implements About {}

    /** 牵头: somebody else leads it from now on. */
    record ChangeLead(ItemNumber number, String person, String reason) implements About {}

    /** 成员 加入. */
    record Join(ItemNumber number, String person) implements About {}

    /** 成员 退出. */
    record Leave(ItemNumber number, String person) implements About {}

    /** 改名. */
    record Rename(ItemNumber number, String title) implements About {}

    /** 周报, as the lead wants it to be read. */
    record Report(ItemNumber number, String text) implements About {}

    /** 站会 开启 or 关闭. */
    record SetStandUp(ItemNumber number, boolean on) implements About {}

    /** 站会: what was done, what is next, and what is in the way, if anything. */
    record StandUpAnswer(ItemNumber number, String done, String next, String blocker) implements About {}

    /** 结项. */
    record Close(ItemNumber number, String summary, boolean confirmed) implements About {}

    /** An archive of it was made. @param hash SHA-256 of its bytes @param items in it @param hidden that its reader may not see */
    record File(ItemNumber number, String hash, int items, int hidden) implements About {}

    /** 撤回 before it has started, 终止 after. */
    record Cancel(ItemNumber number, String reason, boolean confirmed) implements About {}

    /** 例会 of the project. @param weekday empty for every working day */
    record MeetRegularly(ItemNumber number, Optional<DayOfWeek> weekday, LocalTime at, Optional<Duration> length)
            implements About {}

    /** The project's own 例会 end. */
    record StopMeeting(ItemNumber number) implements About {}
}
