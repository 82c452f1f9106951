package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Approval;
import io.xietong.core.project.Charter;
import io.xietong.core.project.Lead;
import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectKind;
import io.xietong.core.project.Rhythm;
import io.xietong.core.project.Signature;
import io.xietong.core.project.Slip;
import io.xietong.core.project.StandUp;
import io.xietong.core.project.State;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Puts a project together from its row and the rows that belong to it. */
record ProjectRows(
        Map<Long, List<Milestone>> milestones,
        Map<Long, List<Signature>> signatures,
        Map<Long, List<String>> members,
        Map<Long, List<Slip>> slips,
        Map<Long, List<StandUp.Answer>> answers,
        Map<Long, List<Rhythm>> rhythms,
        Map<String, Ballots.Seats> ballots,
        Map<String, Set<String>> watchers,
        Map<String, List<Deadline>> deadlines) {

    private record Support(int ordinal, String department) {}

    static Map<Long, List<Milestone>> milestones(Handle handle, Collection<Long> serials) {
        Map<Long, List<Support>> support = ChildRows.of(
                handle,
                "project_support",
                "ordinal, position",
                serials,
                row -> new Support(row.getInt("ordinal"), row.getString("department")));
        return ChildRows.of(
                handle,
                "project_milestone",
                "ordinal",
                serials,
                row -> milestone(row, support.getOrDefault(row.getLong("serial"), List.of())));
    }

    private static Milestone milestone(ResultSet row, List<Support> support) throws SQLException {
        int ordinal = row.getInt("ordinal");
        return new Milestone(
                ordinal,
                row.getString("name"),
                row.getString("department"),
                support.stream()
                        .filter(one -> one.ordinal() == ordinal)
                        .map(Support::department)
                        .toList(),
                row.getString("deliverable"),
                row.getObject("planned_for", LocalDate.class),
                Sql.optionalDate(row, "baseline"),
                row.getBoolean("is_gate"),
                Sql.optional(row, "passed_by").flatMap(ItemNumber::read),
                Sql.optionalInstant(row, "reached_at"),
                row.getString("note"),
                row.getInt("clock"));
    }

    static Map<Long, List<Signature>> signatures(Handle handle, Collection<Long> serials) {
        return ChildRows.of(
                handle,
                "project_signature",
                "position",
                serials,
                row -> new Signature(
                        row.getString("department"),
                        new Actor(Sql.optional(row, "signed_by"), Sql.optional(row, "in_name_of")),
                        Sql.instant(row, "signed_at")));
    }

    static Map<Long, List<String>> members(Handle handle, Collection<Long> serials) {
        return ChildRows.of(handle, "project_member", "person", serials, row -> row.getString("person"));
    }

    static Map<Long, List<Slip>> slips(Handle handle, Collection<Long> serials) {
        return ChildRows.of(
                handle,
                "project_slip",
                "position",
                serials,
                row -> new Slip(
                        row.getInt("ordinal"),
                        row.getObject("moved_from", LocalDate.class),
                        row.getObject("moved_to", LocalDate.class),
                        row.getString("department"),
                        row.getString("reason"),
                        row.getString("by_person"),
                        Sql.instant(row, "at")));
    }

    static Map<Long, List<StandUp.Answer>> answers(Handle handle, Collection<Long> serials) {
        return ChildRows.of(
                handle,
                "project_standup",
                "position",
                serials,
                row -> new StandUp.Answer(
                        row.getString("person"),
                        row.getString("done"),
                        row.getString("next_up"),
                        row.getString("blocker"),
                        Sql.instant(row, "at")));
    }

    static Map<Long, List<Rhythm>> rhythms(Handle handle, Collection<Long> serials) {
        return ChildRows.of(
                handle,
                "project_rhythm",
                "position",
                serials,
                row -> new Rhythm(
                        Sql.optional(row, "weekday").map(DayOfWeek::valueOf),
                        LocalTime.parse(row.getString("meets_at")),
                        Sql.optionalInt(row, "minutes_long").map(Duration::ofMinutes),
                        row.getLong("since")));
    }

    Stored<Project> project(ResultSet row) throws SQLException {
        long serial = row.getLong("serial");
        ItemNumber number = new ItemNumber(ItemKind.PROJECT, serial);
        Project project = new Project(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                new Charter(
                        row.getString("title"),
                        row.getString("goal"),
                        row.getString("scope"),
                        row.getString("strategy"),
                        ProjectKind.valueOf(row.getString("kind"))),
                new Chat(
                        row.getString("chat_platform"),
                        row.getString("chat_id"),
                        Chat.Kind.valueOf(row.getString("chat_kind")),
                        row.getString("chat_name")),
                row.getString("drafted_by"),
                Sql.instant(row, "drafted_at"),
                Sql.optionalInt(row, "plan_year"),
                row.getString("department"),
                new Lead(
                        row.getString("lead_person"),
                        Sql.optionalInt(row, "lead_share"),
                        Sql.optionalInstant(row, "lead_accepted_at")),
                milestones.getOrDefault(serial, List.of()),
                signatures.getOrDefault(serial, List.of()),
                approval(row, ballots.getOrDefault(number.toString(), Ballots.Seats.NONE)),
                Set.copyOf(members.getOrDefault(serial, List.of())),
                slips.getOrDefault(serial, List.of()),
                row.getString("summary"),
                Sql.optionalDate(row, "standup_day")
                        .map(day -> new StandUp(day, answers.getOrDefault(serial, List.of()))),
                rhythms.getOrDefault(serial, List.of()),
                watchers.getOrDefault(number.toString(), Set.of()),
                deadlines.getOrDefault(number.toString(), List.of()));
        return new Stored<>(project, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    private static Optional<Approval> approval(ResultSet row, Ballots.Seats seats) throws SQLException {
        if (row.getString("approval_for") == null) return Optional.empty();
        String presiding = row.getString("presiding");
        Ballot ballot = new Ballot(
                Rule.valueOf(row.getString("vote_rule")),
                List.of(Approval.FOR, Approval.AGAINST),
                seats.voters(),
                seats.recused(),
                presiding,
                row.getInt("quorum"),
                seats.votes());
        return Optional.of(new Approval(
                Approval.Question.valueOf(row.getString("approval_for")),
                row.getString("approval_reason"),
                presiding,
                ballot,
                Sql.instant(row, "approval_at")));
    }
}
