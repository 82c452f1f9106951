package io.xietong.app.wiring;

import io.xietong.app.desk.Company;
import io.xietong.app.jobs.TimeMachine;
import io.xietong.app.store.Database;
import io.xietong.app.web.SandboxClock;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The clock of the sandbox's room: the time machine, with its coming events in words. Thread-safe. */
record RoomClock(TimeMachine time, Supplier<Company> company, Database database) implements SandboxClock {

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public boolean isWorkingTime(Instant at) {
        return company.get().calendar().isWorkingTime(at);
    }

    @Override
    public Instant nextOpening(Instant after) {
        WorkCalendar calendar = company.get().calendar();
        return calendar.opening(calendar.workingDay(calendar.dateOf(after), 1));
    }

    @Override
    public List<Coming> coming(int most) {
        return time.coming(most).stream()
                .map(coming -> new Coming(coming.at(), what(coming.item())))
                .toList();
    }

    private String what(String item) {
        Words words = Words.in(
                company.get().organisation().language(),
                company.get().organisation().zone());
        Optional<ItemNumber> number = ItemNumber.read(item);
        if (number.isEmpty()) return words.say("sandbox.coming.messages");
        return database.read(books -> company.get().nextRing(books, number.get()))
                .map(ring -> number.get() + " " + words.say(ring))
                .orElse(item);
    }

    @Override
    public void moveTo(Instant then) {
        time.moveTo(then);
    }
}
