package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.Approval;
import io.xietong.core.project.Milestone;
import io.xietong.core.project.Project;
import io.xietong.core.project.Rhythm;
import io.xietong.core.project.Signature;
import io.xietong.core.project.Slip;
import io.xietong.core.project.StandUp;
import io.xietong.core.project.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Projects with their milestones, signatures, members, slips, votes and clocks. */
public final class JdbiProjects extends ItemTable<Project> {

    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private final ItemPeople people;
    private final Ballots ballots;

    JdbiProjects(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.PROJECT, "project", OPEN);
        this.people = new ItemPeople(handle, ItemKind.PROJECT);
        this.ballots = new Ballots(handle);
    }

    @Override
    public List<Stored<Project>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        ProjectRows rows = new ProjectRows(
                ProjectRows.milestones(handle, serials),
                ProjectRows.signatures(handle, serials),
                ProjectRows.members(handle, serials),
                ProjectRows.slips(handle, serials),
                ProjectRows.answers(handle, serials),
                ProjectRows.rhythms(handle, serials),
                ballots.of(items),
                people.watchers(items),
                deadlines.of(items));
        return handle.createQuery("SELECT * FROM project WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> rows.project(row))
                .list();
    }

    @Override
    void insert(Stored<Project> stored) {
        Project project = stored.item();
        Optional<Approval> approval = project.approval();
        handle.execute(
                """
                INSERT INTO project (serial, version, state, title, goal, scope, strategy, kind, chat_platform, chat_id,
                  chat_kind, chat_name, drafted_by, drafted_at, plan_year, department, lead_person, approval_for, approval_reason,
                  approval_at, presiding, vote_rule, quorum, summary, trail_entries, trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
                        project.number().serial(),
                        project.version(),
                        project.state(),
                        project.charter().title(),
                        project.charter().goal(),
                        project.charter().scope(),
                        project.charter().strategy(),
                        project.charter().kind(),
                        project.chat().platform(),
                        project.chat().id(),
                        project.chat().kind(),
                        project.chat().name(),
                        project.draftedBy(),
                        project.draftedAt(),
                        project.planYear(),
                        project.department(),
                        project.lead().person(),
                        approval.map(Approval::question),
                        approval.map(Approval::reason),
                        approval.map(Approval::openedAt),
                        approval.map(Approval::presiding),
                        approval.map(asked -> asked.ballot().rule()),
                        approval.map(asked -> asked.ballot().quorum()),
                        project.summary(),
                        stored.entries(),
                        stored.hash()));
    }

    /** Serials of the projects under way that meet of their own. */
    public List<Long> meeting() {
        return handle.createQuery("SELECT DISTINCT p.serial FROM project_rhythm r JOIN project p ON p.serial = r.serial"
                        + " WHERE p.state = ? ORDER BY p.serial")
                .bind(0, State.ACTIVE)
                .mapTo(Long.class)
                .list();
    }

    @Override
    void update(List<Change<Project>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE project SET version=?, state=?, title=?, goal=?, scope=?, strategy=?, kind=?, chat_platform=?,
                  chat_id=?, chat_kind=?, chat_name=?, drafted_by=?, department=?, lead_person=?, lead_share=?, lead_accepted_at=?,
                  approval_for=?, approval_reason=?, approval_at=?, presiding=?, vote_rule=?, quorum=?, standup_day=?, summary=?,
                  trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        changes.forEach(change -> batch.add(row(change)));
        guarded(batch, changes);
    }

    private static Object[] row(Change<Project> change) {
        Project after = change.item();
        Optional<Approval> approval = after.approval();
        return values(
                after.version(),
                after.state(),
                after.charter().title(),
                after.charter().goal(),
                after.charter().scope(),
                after.charter().strategy(),
                after.charter().kind(),
                after.chat().platform(),
                after.chat().id(),
                after.chat().kind(),
                after.chat().name(),
                after.draftedBy(),
                after.department(),
                after.lead().person(),
                after.lead().share(),
                after.lead().acceptedAt(),
                approval.map(Approval::question),
                approval.map(Approval::reason),
                approval.map(Approval::openedAt),
                approval.map(Approval::presiding),
                approval.map(asked -> asked.ballot().rule()),
                approval.map(asked -> asked.ballot().quorum()),
                after.standUp().map(StandUp::day),
                after.summary(),
                change.after().entries(),
                change.after().hash(),
                after.number().serial(),
                change.before().orElseThrow().item().version());
    }

    @Override
    void saveChildren(Change<Project> change) {
        saveMilestones(change);
        saveRows(
                change,
                "project_signature",
                "position, department, signed_by, in_name_of, signed_at",
                Project::signatures,
                (Signature one) -> values(
                        one.department(), one.actor().person(), one.actor().inNameOf(), one.at()));
        saveRows(
                change,
                "project_slip",
                "position, ordinal, moved_from, moved_to, department, reason, by_person, at",
                Project::slips,
                (Slip one) -> values(
                        one.ordinal(), one.from(), one.to(), one.department(), one.reason(), one.by(), one.at()));
        saveRows(
                change,
                "project_standup",
                "position, person, done, next_up, blocker, at",
                project -> project.standUp().map(StandUp::answers).orElse(List.of()),
                (StandUp.Answer one) -> values(one.person(), one.done(), one.next(), one.blocker(), one.at()));
        saveRows(
                change,
                "project_rhythm",
                "position, weekday, meets_at, minutes_long, since",
                Project::rhythms,
                (Rhythm one) ->
                        values(one.weekday(), one.at().toString(), one.length().map(Duration::toMinutes), one.since()));
        saveMembers(change);
        ballots.save(
                change.item().number().toString(),
                change.earlier().flatMap(Project::approval).map(Approval::ballot),
                change.item().approval().map(Approval::ballot));
        people.save(change);
    }

    private void saveMilestones(Change<Project> change) {
        List<Milestone> milestones = change.item().milestones();
        if (change.earlier().map(Project::milestones).filter(milestones::equals).isPresent()) return;
        long serial = change.item().number().serial();
        if (change.before().isPresent()) handle.execute("DELETE FROM project_milestone WHERE serial=?", serial);
        if (change.before().isPresent()) handle.execute("DELETE FROM project_support WHERE serial=?", serial);
        Batch batch = new Batch(
                handle,
                "INSERT INTO project_milestone (serial, ordinal, name, department,"
                        + " deliverable, planned_for, baseline, is_gate, passed_by, reached_at, note, clock)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
        Batch support = new Batch(
                handle, "INSERT INTO project_support (serial, ordinal, position, department) VALUES (?,?,?,?)");
        for (Milestone milestone : milestones) {
            batch.add(
                    serial,
                    milestone.ordinal(),
                    milestone.name(),
                    milestone.department(),
                    milestone.deliverable(),
                    milestone.date(),
                    milestone.baseline(),
                    milestone.gate(),
                    milestone.passedBy().map(ItemNumber::toString),
                    milestone.reachedAt(),
                    milestone.note(),
                    milestone.clock());
            int position = 0;
            for (String department : milestone.supporting())
                support.add(serial, milestone.ordinal(), position++, department);
        }
        batch.execute();
        support.execute();
    }

    /** Writes a list of a project in the place of the one before; its rows are counted from 0. */
    private <T> void saveRows(
            Change<Project> change,
            String table,
            String columns,
            Function<Project, List<T>> list,
            Function<T, Object[]> row) {
        List<T> after = list.apply(change.item());
        List<T> before = change.earlier().map(list).orElse(List.of());
        if (before.equals(after)) return;
        long serial = change.item().number().serial();
        if (!before.isEmpty()) handle.execute("DELETE FROM " + table + " WHERE serial=?", serial);
        int places = columns.split(",").length;
        Batch batch = new Batch(
                handle, "INSERT INTO " + table + " (serial, " + columns + ") VALUES (?" + ",?".repeat(places) + ")");
        for (int position = 0; position < after.size(); position++) {
            List<Object> all = new ArrayList<>(List.of(serial, position));
            all.addAll(Arrays.asList(row.apply(after.get(position))));
            batch.add(all.toArray());
        }
        batch.execute();
    }

    private void saveMembers(Change<Project> change) {
        Project after = change.item();
        if (change.earlier()
                .map(Project::members)
                .filter(after.members()::equals)
                .isPresent()) return;
        long serial = after.number().serial();
        if (change.before().isPresent()) handle.execute("DELETE FROM project_member WHERE serial=?", serial);
        Batch batch = new Batch(handle, "INSERT INTO project_member (serial, person) VALUES (?,?)");
        for (String person : after.members()) batch.add(serial, person);
        batch.execute();
    }

    /** See {@link ProjectQueries#openOf}. */
    public List<Long> openOf(String person, Set<String> departments, long below, int most) {
        return new ProjectQueries(handle, OPEN).openOf(person, departments, below, most);
    }

    /** Serials of those that are or were in a year's plan. */
    public List<Long> ofPlan(int year) {
        return handle.createQuery("SELECT serial FROM project WHERE plan_year = ? ORDER BY serial")
                .bind(0, year)
                .mapTo(Long.class)
                .list();
    }

    @Override
    public List<Due> waitingFor(Duties duties, int most) {
        return people.waitingFor(duties, most);
    }

    @Override
    public List<Long> of(String person, int most) {
        return people.of(person, most);
    }
}
