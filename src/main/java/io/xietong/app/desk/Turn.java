package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Duties;
import io.xietong.app.store.JdbiOutbox;
import io.xietong.app.store.JdbiPeople;
import io.xietong.app.store.Stored;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.feature.View;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's turn to speak: who, where, when, with what is needed to answer. Lives within one transaction. */
final class Turn {

    final Books books;
    final Company company;
    final Inbound inbound;
    final Person speaker;
    final Instant now;
    final Words words;
    private List<Delegation> delegations;
    private Routing routing;

    Turn(Books books, Company company, Inbound inbound, Person speaker, Instant now) {
        this.books = books;
        this.company = company;
        this.inbound = inbound;
        this.speaker = speaker;
        this.now = now;
        JdbiPeople.Setting setting = books.people().setting(speaker.id());
        Language language = setting.language().orElse(company.organisation().language());
        this.words = Words.in(language, company.organisation().zone());
    }

    Organisation organisation() {
        return company.organisation();
    }

    LocalDate today() {
        return company.calendar().dateOf(now);
    }

    Chat chat() {
        return inbound.chat();
    }

    boolean pressed() {
        return inbound.said() instanceof Inbound.Press;
    }

    List<Delegation> delegations() {
        if (delegations == null) delegations = books.people().delegations(today());
        return delegations;
    }

    Routing routing() {
        if (routing == null) routing = new Routing(organisation(), Availability.on(today(), delegations()));
        return routing;
    }

    /** What the speaker answers for today. */
    Duties duties() {
        String person = speaker.id();
        Set<String> headed = departments(department -> isActingHead(department, person));
        Set<String> answered = departments(department ->
                headed.contains(department.id()) || department.contacts().contains(person));
        Set<String> standsInFor = absent().filter(away -> !away.equals(person)
                        && routing().reader(away).filter(person::equals).isPresent())
                .collect(Collectors.toSet());
        boolean secretary = organisation().secretaries().contains(person);
        return new Duties(person, standsInFor, answered, headed, secretary);
    }

    /** Those who are on leave or have left. */
    private Stream<String> absent() {
        return Stream.concat(
                delegations().stream().map(Delegation::person),
                organisation().leavers().stream().map(Person::id));
    }

    private boolean isActingHead(Department department, String person) {
        return routing()
                .actingHead(department.id(), Set.of())
                .filter(head -> head.person().equals(person))
                .isPresent();
    }

    private Set<String> departments(Predicate<Department> which) {
        return organisation().departments().stream()
                .filter(which)
                .flatMap(department -> department.ids().stream())
                .collect(Collectors.toSet());
    }

    /** Where the answer to the speaker goes: the chat they spoke in. */
    Outgoing.Address here() {
        return new Outgoing.ToChat(chat());
    }

    /** Where an answer goes that is nobody else's business: the single chat with the bot, on the platform they spoke on. */
    Outgoing.Address aside() {
        if (!chat().isGroup()) return here();
        return new Outgoing.ToChat(new Chat(inbound.platform(), inbound.account(), Chat.Kind.SINGLE, ""));
    }

    /** Where something about an item is spoken of: what must not be seen in a group is not spoken of there either. */
    Chat chatAbout(Found<?> about) {
        return !chat().isGroup() || about.mayShowIn(chat())
                ? chat()
                : new Chat(inbound.platform(), inbound.account(), Chat.Kind.SINGLE, "");
    }

    /** The item with this number, whatever its kind. */
    Optional<Found<?>> find(ItemNumber number) {
        return company.features().find(books, number);
    }

    /** Whether the speaker may see an item, for themself or standing in for a party. */
    boolean sees(Found<?> found) {
        return found.maySee(speaker.id(), organisation(), routing());
    }

    /** The circumstances of something the speaker decides. */
    Occasion occasion(Actor actor) {
        return new Occasion(actor, now, organisation(), routing(), company.calendar());
    }

    /** For whom a card is drawn: a reader, or everybody in a group. */
    View view(Optional<String> reader) {
        return new View(reader, organisation(), routing(), company.calendar(), now, words);
    }

    /** Writes down what was decided and tells people. Without a before the item is new. */
    <S extends Item> void keep(Kind<S, ?> kind, Optional<Stored<S>> before, Decision.Done<S> done, Occasion occasion) {
        TrailEntry.Source source = new TrailEntry.Source(inbound.platform(), chat().id(), inbound.eventId());
        new Ledger(books, company).keep(kind, List.of(new Decided<>(before, done, occasion, source)), now);
    }

    /** What was just done, in a few words for the one who did it. */
    String reply(Found<?> after, Message said) {
        return after.number() + " " + words.say(said);
    }

    /** The answer to who has made something: a form has done its work and turns into a line that says so; an item's card stays. */
    Answer made(String title, ItemNumber number, Message said) {
        if (!(inbound.said() instanceof Inbound.Press press)) return Answer.NONE;
        String what = number + " " + words.say(said);
        if (press.version() > 0) return Answer.done(what);
        Card card = Card.titled(words.say(title), Tone.SUCCESS)
                .line(what)
                .buttons(List.of(Button.plain("show-" + number, number.toString(), number.toString())))
                .build();
        return new Answer(Optional.of(what), true, Optional.of(card));
    }

    /** Says instead of doing something, such as why not, to the speaker alone: beside the pressed button, or in the single chat. */
    Answer tell(Message sentence) {
        if (pressed()) return Answer.refused(words.say(sentence));
        answer(aside(), sentence);
        return Answer.NONE;
    }

    /** Says so of something that was done, to the speaker alone. */
    Answer confirm(Message sentence) {
        if (pressed()) return Answer.done(words.say(sentence));
        answer(aside(), sentence);
        return Answer.NONE;
    }

    void answer(Outgoing.Address to, Card card) {
        post(List.of(new Outgoing(to, new Outgoing.FixedCard(card), Urgency.ANSWER, Optional.empty())));
    }

    void answer(Outgoing.Address to, Message note) {
        post(List.of(Outgoing.note(to, note, Urgency.ANSWER, Optional.empty())));
    }

    /** Puts messages into the outbox, each held back as its reader's quiet hours ask. */
    void post(List<Outgoing> outgoing) {
        post(books, company, outgoing, now);
    }

    static void post(Books books, Company company, List<Outgoing> outgoing, Instant now) {
        Set<String> waiting = outgoing.stream()
                .filter(out -> out.urgency().waits())
                .filter(out -> out.to() instanceof Outgoing.ToPerson)
                .map(out -> ((Outgoing.ToPerson) out.to()).person())
                .collect(Collectors.toSet());
        Map<String, JdbiPeople.Setting> settings = books.people().settings(waiting);
        List<JdbiOutbox.Entry> entries = new ArrayList<>();
        for (Outgoing out : outgoing) {
            JdbiPeople.Setting setting = out.to() instanceof Outgoing.ToPerson person
                    ? settings.getOrDefault(person.person(), JdbiPeople.Setting.NONE)
                    : JdbiPeople.Setting.NONE;
            entries.add(new JdbiOutbox.Entry(out, company.etiquette(setting).notBefore(out.urgency(), now)));
        }
        books.outbox().add(entries, now);
    }
}
