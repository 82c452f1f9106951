package io.xietong.core.notice;

import io.xietong.core.calendar.UntilMoment;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingDays;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Audience;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides every command about notices: pure functions of state, command, occasion and policy. */
public final class NoticeRules {

    private static final Set<Role> TO_ALL = EnumSet.of(Role.SECRETARY, Role.CHAIR, Role.VICE_CHAIR);

    /** Nobody plans a notice further ahead. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final NoticePolicy policy;

    public NoticeRules(NoticePolicy policy) {
        this.policy = policy;
    }

    /** A new one. @param number the next free one */
    public Decision<Notice> publish(ItemNumber number, NoticeCommand.Publish command, Occasion occasion) {
        if (command.text().isBlank()) return Decision.refused("notice.refused.nothing-to-say");
        if (command.audience().isEmpty()) return Decision.refused("notice.refused.for-whom");
        Optional<Author> author = author(command.audience(), occasion);
        if (author.isEmpty()) return Decision.refused("notice.refused.not-to-publish", whoMay(occasion.organisation()));
        Instant at = command.at().orElse(occasion.now());
        if (at.isBefore(occasion.now())) return Decision.refused("notice.refused.past", at);
        if (at.isAfter(occasion.now().plus(FARTHEST))) return Decision.refused("notice.refused.too-far", at);
        Notice notice = new Notice(
                number,
                1,
                State.SCHEDULED,
                command.kind(),
                command.text(),
                command.audience(),
                command.mustRead(),
                occasion.person(),
                author.get().inNameOf(),
                at,
                Map.of(),
                Set.of(),
                List.of());
        if (command.at().isPresent()) return scheduled(notice, occasion);
        Decision.Done<Notice> out = published(notice, occasion);
        Notice first = out.after();
        return new Decision.Done<>(firstVersion(first), out.facts());
    }

    private static Notice firstVersion(Notice n) {
        return new Notice(
                n.number(),
                1,
                n.state(),
                n.kind(),
                n.text(),
                n.audience(),
                n.mustRead(),
                n.by(),
                n.inNameOf(),
                n.at(),
                n.receipts(),
                n.watchers(),
                n.deadlines());
    }

    private Decision<Notice> scheduled(Notice notice, Occasion occasion) {
        Deadline clock = Deadline.arm(
                Purpose.PUBLICATION, 1, notice.by(), occasion.now(), publication(notice, occasion.calendar()));
        Notice waiting = notice.with(State.SCHEDULED, notice.at(), Map.of(), List.of(clock));
        return Decision.done(firstVersion(waiting), new NoticeFact.NoticeScheduled(notice.kind(), notice.at()));
    }

    /** Goes out to everybody who is in its audience now. */
    private Decision.Done<Notice> published(Notice notice, Occasion occasion) {
        Set<String> readers = readers(notice, occasion.organisation());
        List<Deadline> met = notice.deadlines().stream()
                .map(clock -> clock.isOpen() ? clock.met(occasion.now()) : clock)
                .toList();
        Notice out = notice.mustRead()
                ? asked(notice, readers, met, occasion)
                : notice.with(State.PUBLISHED, occasion.now(), Map.of(), met);
        return new Decision.Done<>(out, List.of(new NoticeFact.NoticePublished(notice.kind(), readers.size())));
    }

    /** Everybody who has to read it is asked to confirm. */
    private Notice asked(Notice notice, Set<String> readers, List<Deadline> before, Occasion occasion) {
        Map<String, Optional<Instant>> receipts = new LinkedHashMap<>();
        readers.forEach(reader -> receipts.put(reader, Optional.empty()));
        if (receipts.isEmpty()) return notice.with(State.PUBLISHED, occasion.now(), receipts, before);
        List<Deadline> clocks = new ArrayList<>(Clocks.cancelled(before, occasion.now()));
        int round = Clocks.nextRound(before, Purpose.READING);
        clocks.add(Deadline.arm(Purpose.READING, round, notice.by(), occasion.now(), reading(occasion.calendar())));
        return notice.with(State.AWAITING_RECEIPTS, occasion.now(), receipts, clocks);
    }

    /** The audience without the author, who knows what it says. */
    static Set<String> readers(Notice notice, Organisation organisation) {
        Set<String> readers = notice.audience().members(organisation);
        readers.remove(notice.by());
        return readers;
    }

    Terms terms(Notice notice, Deadline clock, WorkCalendar calendar) {
        return clock.purpose() == Purpose.PUBLICATION ? publication(notice, calendar) : reading(calendar);
    }

    private static Terms publication(Notice notice, WorkCalendar calendar) {
        return new Terms(new UntilMoment(notice.at()), List.of(Rung.due()), calendar);
    }

    private Terms reading(WorkCalendar calendar) {
        List<Rung> ladder = new ArrayList<>();
        if (policy.remindDays() > 0) ladder.add(Rung.daysBefore(policy.remindDays()));
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return new Terms(new WorkingDays(policy.readDays()), ladder, calendar);
    }

    /** Who publishes, and for whom. */
    private record Author(Optional<String> inNameOf) {}

    /**
     * The secretaries and whoever presides over the committee address everybody; heads and who stands in for them their own
     * department, and others if policy lets them.
     */
    private Optional<Author> author(Audience audience, Occasion occasion) {
        Set<Role> roles = EnumSet.copyOf(occasion.organisation().rolesOf(occasion.person()));
        roles.retainAll(TO_ALL);
        if (!roles.isEmpty()) return Optional.of(new Author(Optional.empty()));
        for (Department department : occasion.organisation().departments()) {
            boolean within = policy.headsToAll() || isOf(department, audience, occasion.organisation());
            Optional<Author> head = within ? actingHead(department, occasion) : Optional.empty();
            if (head.isPresent()) return head;
        }
        return Optional.empty();
    }

    private static boolean isOf(Department department, Audience audience, Organisation organisation) {
        return !audience.company()
                && audience.departments().stream().allMatch(department.id()::equals)
                && audience.people().stream()
                        .allMatch(person -> organisation
                                .departmentOf(person)
                                .filter(department::equals)
                                .isPresent());
    }

    private static Optional<Author> actingHead(Department department, Occasion occasion) {
        if (department.head().filter(occasion.person()::equals).isPresent())
            return Optional.of(new Author(Optional.empty()));
        return occasion.routing()
                .actingHead(department.id(), Set.of())
                .filter(acting -> acting.person().equals(occasion.person()))
                .map(acting -> new Author(acting.inNameOf()));
    }

    private static List<Object> whoMay(Organisation organisation) {
        return organisation.secretaries().stream()
                .<Object>map(organisation::nameOf)
                .toList();
    }

    /** A verb about one that exists. */
    public Decision<Notice> decide(Notice notice, NoticeCommand.About command, Occasion occasion) {
        if (command instanceof NoticeCommand.Confirm) return confirm(notice, occasion);
        if (notice.state() == State.WITHDRAWN) return notNow(notice);
        if (!mayChange(notice, occasion.person(), occasion.organisation()))
            return Decision.refused(
                    "notice.refused.only-author",
                    notice.number(),
                    occasion.organisation().nameOf(notice.by()));
        if (command instanceof NoticeCommand.Correct correct) return correct(notice, correct, occasion);
        return withdraw(notice, (NoticeCommand.Withdraw) command, occasion);
    }

    /** The author, for whom the author acted, and the secretaries. */
    static boolean mayChange(Notice notice, String person, Organisation organisation) {
        return notice.parties().contains(person) || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    private static Decision<Notice> confirm(Notice notice, Occasion occasion) {
        if (notice.state() == State.SCHEDULED || notice.state() == State.WITHDRAWN) return notNow(notice);
        Optional<Instant> receipt = notice.receipts().get(occasion.person());
        if (receipt == null) return Decision.refused("notice.refused.nothing-to-confirm", notice.number());
        if (receipt.isPresent()) return Decision.refused("notice.refused.confirmed-already", notice.number());
        Map<String, Optional<Instant>> receipts = new LinkedHashMap<>(notice.receipts());
        receipts.put(occasion.person(), Optional.of(occasion.now()));
        boolean all = receipts.values().stream().allMatch(Optional::isPresent);
        List<Deadline> clocks = notice.deadlines().stream()
                .map(clock -> all && clock.isOpen() ? clock.met(occasion.now()) : clock)
                .toList();
        Notice after = notice.with(all ? State.PUBLISHED : notice.state(), notice.at(), receipts, clocks);
        return Decision.done(after, new NoticeFact.NoticeConfirmed(after.confirmed(), receipts.size()));
    }

    private Decision<Notice> correct(Notice notice, NoticeCommand.Correct command, Occasion occasion) {
        if (command.text().isBlank()) return Decision.refused("notice.refused.nothing-to-say");
        if (command.text().equals(notice.text())) return Decision.refused("notice.refused.same", notice.number());
        if (!command.confirmed()) return unconfirmed(notice, command.text());
        Fact fact = new NoticeFact.NoticeCorrected(notice.text(), command.text());
        Notice corrected = notice.saying(command.text());
        if (notice.receipts().isEmpty())
            return Decision.done(
                    corrected.with(notice.state(), notice.at(), notice.receipts(), notice.deadlines()), fact);
        Notice again = asked(corrected, notice.receipts().keySet(), notice.deadlines(), occasion);
        return Decision.done(corrected.with(again.state(), notice.at(), again.receipts(), again.deadlines()), fact);
    }

    private static Decision<Notice> unconfirmed(Notice notice, String text) {
        return new Decision.Refused<>(
                Message.of("notice.refused.confirm-correct", text),
                Optional.of(new Decision.Confirmation(
                        Message.of("notice.confirm.correct"),
                        Message.of("notice.button.correct"),
                        "更正 " + notice.number() + " 确认:" + text)));
    }

    private static Decision<Notice> withdraw(Notice notice, NoticeCommand.Withdraw command, Occasion occasion) {
        if (!command.confirmed())
            return new Decision.Refused<>(
                    Message.of("notice.refused.confirm-withdraw", notice.number()),
                    Optional.of(new Decision.Confirmation(
                            Message.of("notice.confirm.withdraw"),
                            Message.of("notice.button.withdraw"),
                            "撤回 " + notice.number() + " 确认")));
        return Decision.done(
                notice.with(
                        State.WITHDRAWN,
                        notice.at(),
                        notice.receipts(),
                        Clocks.cancelled(notice.deadlines(), occasion.now())),
                new NoticeFact.NoticeWithdrawn());
    }

    /** Its time has come, or somebody has still not confirmed it. */
    Decision<Notice> ring(Notice notice, Occasion occasion) {
        boolean out = notice.running(Purpose.PUBLICATION)
                .flatMap(Deadline::dueAt)
                .filter(due -> !due.isAfter(occasion.now()))
                .isPresent();
        if (out) return published(notice, occasion);
        return changed(
                notice,
                Clocks.ring(notice.deadlines(), occasion.now(), clock -> terms(notice, clock, occasion.calendar())));
    }

    Decision<Notice> recompute(Notice notice, Occasion occasion) {
        return changed(
                notice, Clocks.recompute(notice.deadlines(), clock -> terms(notice, clock, occasion.calendar())));
    }

    private static Decision<Notice> changed(Notice notice, Clocks clocks) {
        if (clocks.facts().isEmpty()) return notNow(notice);
        return new Decision.Done<>(
                notice.with(notice.state(), notice.at(), notice.receipts(), clocks.deadlines()), clocks.facts());
    }

    private static Decision<Notice> notNow(Notice notice) {
        return Decision.refused(
                "notice.refused.not-now",
                notice.number(),
                Message.of("notice.state." + notice.state().name()));
    }
}
