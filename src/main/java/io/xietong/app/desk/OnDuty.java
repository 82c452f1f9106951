package io.xietong.app.desk;

import io.xietong.app.store.JdbiCompanyState;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.app.store.Node;
import io.xietong.core.calendar.YearState;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Department;
import io.xietong.core.people.Role;
import io.xietong.core.people.Seat;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 值守: what the secretaries and IT see to today (plan duty 19): messages that did not arrive, seats without anybody, years without
 * a calendar, due times at risk; each with what to do about it.
 */
final class OnDuty {

    private static final int SHOWN = 5;
    private static final int COUNTED = 200;
    private static final int LOOKED_AT = 40;

    private final Turn turn;
    private final Listing listing;
    private final List<String> lines = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();

    OnDuty(Turn turn, Listing listing) {
        this.turn = turn;
        this.listing = listing;
    }

    Answer show() {
        if (!may()) return turn.tell(Message.of("talk.duty.only"));
        turn.answer(turn.aside(), card());
        return Answer.NONE;
    }

    /** Sends dead letters once more. */
    Answer resend(TalkCommand.Resend resend) {
        if (!may()) return turn.tell(Message.of("talk.duty.only"));
        int again = turn.books.outbox().resend(resend.message(), turn.now);
        if (again == 0) return turn.tell(Message.of("talk.duty.nothing-to-resend"));
        if (!turn.pressed()) return turn.confirm(Message.of("talk.duty.resent", again));
        return new Answer(Optional.of(turn.words.say("talk.duty.resent", again)), true, Optional.of(card()));
    }

    boolean may() {
        Set<Role> roles = turn.organisation().rolesOf(turn.speaker.id());
        return roles.contains(Role.SECRETARY) || roles.contains(Role.ADMIN);
    }

    Card card() {
        lines.clear();
        buttons.clear();
        nodes();
        copies();
        letters();
        seats();
        years();
        int problems = lines.size();
        dueTimes();
        if (lines.isEmpty()) lines.add(say("well"));
        Card.Builder card = Card.titled(say("title", turn.today()), problems > 0 ? Tone.WARNING : Tone.SUCCESS);
        lines.forEach(card::line);
        return card.buttons(buttons).build();
    }

    /** Nodes whose clocks are off, and those that are silent; by what the liveliest of them takes for now. */
    private void nodes() {
        List<Node> all = turn.books.nodes().all();
        Instant now =
                all.stream().map(Node::seen).max(Comparator.naturalOrder()).orElse(turn.now);
        for (Node node : all) {
            if (node.isSilent(now)) lines.add(say("silent-node", node.host(), node.address(), node.seen()));
            else if (!node.sweeps())
                lines.add(say(
                        "skewed-node", node.host(), node.address(), node.skew().abs()));
        }
    }

    /** What is missing since a copy was restored, and whether copies are made. */
    private void copies() {
        turn.books
                .restored()
                .filter(gap -> gap.isTold(turn.now))
                .ifPresent(gap -> lines.add(say("restored", gap.from(), gap.until(), gap.notSent())));
        turn.books
                .company()
                .get(JdbiCompanyState.BACKUP_FAILED)
                .filter(why -> !why.isEmpty())
                .ifPresent(why -> lines.add(say("no-backup", why)));
    }

    private void letters() {
        List<JdbiOutbox.Line> all = turn.books.outbox().inState("DEAD", COUNTED);
        calendars(all.stream().filter(JdbiOutbox.Line::keepsCalendars).toList());
        List<JdbiOutbox.Line> dead =
                all.stream().filter(letter -> !letter.keepsCalendars()).toList();
        if (!dead.isEmpty()) lines.add(say("dead", counted(dead.size())));
        dead.stream().limit(SHOWN).forEach(letter -> {
            lines.add(say("letter", letter.id(), reader(letter), letter.item(), letter.error(), fix(letter)));
            if (buttons.size() < 2)
                buttons.add(Button.plain("resend-" + letter.id(), say("resend", letter.id()), "重发 " + letter.id()));
        });
        if (!all.isEmpty()) buttons.add(0, Button.primary("resend-all", say("resend-all"), "重发 全部"));
        List<JdbiOutbox.Line> failing = turn.books.outbox().failing(COUNTED);
        if (!failing.isEmpty())
            lines.add(say("failing", counted(failing.size()), failing.get(0).error()));
    }

    /** A missing permission is one line, however many meetings are not in the calendar for it. */
    private void calendars(List<JdbiOutbox.Line> failed) {
        Map<String, List<JdbiOutbox.Line>> denied = failed.stream()
                .filter(line -> line.error().contains(CalendarKeeping.NOT_ALLOWED))
                .collect(Collectors.groupingBy(
                        line -> line.error().split(CalendarKeeping.NOT_ALLOWED)[0], TreeMap::new, Collectors.toList()));
        denied.forEach((platform, those) -> lines.add(say(
                "calendar-denied",
                Message.of("talk.platform." + platform),
                counted(those.size()),
                those.get(0).error().split(CalendarKeeping.NOT_ALLOWED)[1],
                Message.of("talk.duty.grant." + platform))));
        failed.stream()
                .filter(line -> !line.error().contains(CalendarKeeping.NOT_ALLOWED))
                .limit(SHOWN)
                .forEach(line -> lines.add(say("calendar-failed", line.id(), line.item(), line.error())));
    }

    private String reader(JdbiOutbox.Line letter) {
        return turn.organisation().nameOf(letter.to());
    }

    /** What helps against the error, as far as it can be told. */
    private String fix(JdbiOutbox.Line letter) {
        String error = letter.error();
        if (error.startsWith("no account")) return say("fix.account", reader(letter));
        if (turn.organisation().person(letter.to()).isEmpty()) return say("fix.chat");
        return say("fix.again");
    }

    private void seats() {
        for (Department department : turn.organisation().departments()) {
            if (department.head().isEmpty()) lines.add(say("no-head", department.name()));
            if (department.contacts().isEmpty()) lines.add(say("no-contact", department.name()));
            boolean nobody = turn.routing()
                    .assign(department.id(), Set.of())
                    .filter(first -> first.seat() != Seat.SECRETARY)
                    .isEmpty();
            if (nobody) lines.add(say("nobody-there", department.name()));
        }
        if (turn.organisation().secretaries().isEmpty()) lines.add(say("no-secretary"));
    }

    private void years() {
        int year = turn.today().getYear();
        if (state(year) != YearState.CONFIRMED) lines.add(say("year", year, yearState(year)));
        if (state(year + 1) == YearState.MISSING
                || turn.today().getMonthValue() == 12 && state(year + 1) != YearState.CONFIRMED)
            lines.add(say("year", year + 1, yearState(year + 1)));
    }

    private YearState state(int year) {
        return turn.company.calendar().yearState(year);
    }

    private Message yearState(int year) {
        return Message.of("talk.calendar." + state(year).name());
    }

    private void dueTimes() {
        Instant tonight = turn.today()
                .plusDays(1)
                .atStartOfDay(turn.organisation().zone())
                .toInstant();
        List<ItemNumber> due = turn.books.deadlines().dueBefore(tonight, COUNTED);
        if (due.isEmpty()) return;
        int late = turn.books.deadlines().dueBefore(turn.now, COUNTED).size();
        lines.add(say("due", counted(due.size()), counted(late)));
        List<Found<?>> shown = listing.visible(due.subList(0, Math.min(due.size(), LOOKED_AT))).stream()
                .limit(SHOWN)
                .toList();
        shown.forEach(one -> lines.add(line(one)));
        shown.stream()
                .limit(3)
                .forEach(one -> buttons.add(Button.plain(
                        "show-" + one.number(),
                        one.number().toString(),
                        one.number().toString())));
    }

    private boolean isOverdue(Found<?> found) {
        return found.item()
                .firstDue()
                .filter(clock -> clock.isOverdue(turn.now))
                .isPresent();
    }

    private String line(Found<?> found) {
        Object at = found.item()
                .firstDue()
                .flatMap(Deadline::dueAt)
                .<Object>map(due -> due)
                .orElse("");
        return say(
                isOverdue(found) ? "late" : "today",
                found.number(),
                found.item().title(),
                found.state(),
                at);
    }

    private static Object counted(int count) {
        return count < COUNTED ? count : COUNTED + "+";
    }

    private String say(String key, Object... args) {
        return turn.words.say("talk.duty." + key, args);
    }
}
