package io.xietong.app.wiring;

import io.xietong.app.desk.Company;
import io.xietong.app.store.Database;
import io.xietong.app.web.Inspector;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.util.List;
import java.util.function.Supplier;

/** Shows trails and outbox to the sandbox's visitor. Thread-safe. */
record BehindTheScenes(Database database, Supplier<Company> company) implements Inspector {

    @Override
    public List<TrailLine> trail(String number) {
        return ItemNumber.read(number)
                .map(item -> database.read(books -> books.trail().of(item)))
                .orElse(List.of())
                .stream()
                .map(entry -> new TrailLine(
                        entry.at(), say(company.get().trailWords().actor(entry)),
                        words().say(company.get().trailWords().tell(entry)),
                                entry.source().chat()))
                .toList();
    }

    @Override
    public List<OutboxLine> outbox(int most) {
        return database.read(books -> books.outbox().newest(most)).stream()
                .map(line -> new OutboxLine(
                        line.id(),
                        line.notBefore(),
                        company.get().organisation().nameOf(line.to()),
                        line.item(),
                        line.kind(),
                        line.urgency(),
                        line.state(),
                        line.attempts(),
                        line.error()))
                .toList();
    }

    private String say(Object who) {
        return who instanceof Message message ? words().say(message) : who.toString();
    }

    private Words words() {
        return Words.in(
                company.get().organisation().language(),
                company.get().organisation().zone());
    }
}
