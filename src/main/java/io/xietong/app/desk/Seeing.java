package io.xietong.app.desk;

import io.xietong.app.export.Sheet;
import io.xietong.app.store.JdbiTrail;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person who looks at the console: what they may see of the company's books. Lives as long as the books are open for it. */
public final class Seeing {

    /** Of each kind so many of the newest are looked at for a file, as for 导出 in the chat. */
    private static final int MOST_EXPORTED = 5_000;

    private final Turn turn;
    private final Listing listing;

    Seeing(Turn turn) {
        this.turn = turn;
        this.listing = new Listing(turn);
    }

    public Person person() {
        return turn.speaker;
    }

    /** In the language that they have set. */
    public Words words() {
        return turn.words;
    }

    /** The company's name. */
    public String company() {
        return turn.organisation().name();
    }

    public Instant now() {
        return turn.now;
    }

    public LocalDate today() {
        return turn.today();
    }

    /** Whether 值守 is theirs. */
    public boolean keepsWatch() {
        return new OnDuty(turn, listing).may();
    }

    /** What the boards show beside lists. */
    public Boards boards() {
        return new Boards(turn, listing);
    }

    /**
     * How much waits, and how soon.
     *
     * @param late  overdue
     * @param today due on the rest of this day
     */
    public record Load(int waiting, int late, int today) {

        /** How much waits, as it is said: nobody counts further than lists go. */
        public String counted() {
            return waiting < Listing.MOST ? "" + waiting : Listing.MOST + "+";
        }
    }

    /** How much of a selection waits. @param selection {@code Waiting} or {@code OfDepartment} */
    public Load load(Selection selection) {
        List<ItemLine.When> when = new Browsing(turn, listing)
                .waits(selection).stream()
                        .map(waits -> waits.due()
                                .at()
                                .map(due -> new Lines(turn).when(due, true))
                                .orElse(ItemLine.When.NO_CLOCK))
                        .toList();
        return new Load(when.size(), count(when, ItemLine.When.LATE), count(when, ItemLine.When.TODAY));
    }

    private static int count(List<ItemLine.When> all, ItemLine.When which) {
        return (int) all.stream().filter(which::equals).count();
    }

    /** @param from 0 for the first page, else what the one before named as next */
    public Stretch<ItemLine> page(Selection selection, long from) {
        Lines lines = new Lines(turn);
        if (selection instanceof Selection.Found search) {
            Searching.Result result = new Searching(turn, listing).find(search.words(), Browsing.PAGE);
            List<Found<?>> shown = result.found().stream().limit(Browsing.PAGE).toList();
            return new Stretch<>(result.heading(), lines.of(shown), Optional.empty());
        }
        return new Browsing(turn, listing).page(selection, from).map(lines::of);
    }

    /** What changed in the last days, the last first. @param from 0 for the first page, else what the one before named as next */
    public Stretch<ItemSheet.Change> recent(long from) {
        TrailWords words = turn.company.trailWords();
        return new Browsing(turn, listing)
                .page(new Selection.Recent(), from)
                .map(found -> new ItemSheet.Change(
                        new Lines(turn).of(found),
                        step(words, turn.books.trail().last(found.number()).orElseThrow())));
    }

    /** The list as the table that 导出 makes of it. */
    public Sheet sheet(Selection selection) {
        return Exporting.sheet(new Browsing(turn, listing).all(selection, MOST_EXPORTED), turn.company, turn.words);
    }

    /** An item; empty when it does not exist, or they may not see it. */
    public Optional<ItemSheet> item(ItemNumber number) {
        return turn.find(number).filter(turn::sees).map(this::sheet);
    }

    private ItemSheet sheet(Found<?> found) {
        Card card = found.card(Optional.empty(), turn.view(Optional.of(turn.speaker.id())));
        TrailWords words = turn.company.trailWords();
        List<TrailEntry> trail = turn.books.trail().of(found.number());
        List<String> clock =
                found.explain(turn.company).stream().map(turn.words::say).toList();
        return new ItemSheet(
                new Lines(turn).of(found),
                card,
                beside(card, found.item().text()),
                clock,
                trail.stream().map(entry -> step(words, entry)).toList(),
                JdbiTrail.isWhole(trail, found.stored()));
    }

    /** The lines of a text that are not on the card. */
    private static String beside(Card card, String text) {
        StringBuilder shown = new StringBuilder(card.title());
        for (Part part : card.parts()) {
            if (part instanceof Part.Line line) shown.append('\n').append(line.text());
            if (part instanceof Part.Field field) shown.append('\n').append(field.value());
        }
        return text.lines()
                .filter(line -> !line.isBlank() && shown.indexOf(line.strip()) < 0)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private ItemSheet.Step step(TrailWords words, TrailEntry entry) {
        Object who = words.actor(entry);
        return new ItemSheet.Step(
                turn.words.say("text.verbatim", entry.at()),
                who instanceof Message message ? turn.words.say(message) : who.toString(),
                turn.words.say(words.tell(entry)),
                Stream.of(entry.source().event())
                        .filter(event -> event.startsWith("console-"))
                        .map(event -> turn.words.say("console.title"))
                        .findFirst()
                        .orElse(""));
    }

    /** 值守; empty when it is not theirs. */
    public Optional<Card> duty() {
        OnDuty duty = new OnDuty(turn, listing);
        return duty.may() ? Optional.of(duty.card()) : Optional.empty();
    }
}
