package io.xietong.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.SharedRules;
import io.xietong.core.feature.View;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request and its people: Li Lei (market) asks design, whose contact is Zhou Jie. Starts on Tuesday 24 November 2026 at ten;
 * the clock stands still until the test moves it.
 */
final class Scene {

    static final ItemNumber NUMBER = ItemNumber.request(132);
    static final Chat GROUP = new Chat("sandbox", "g1", Chat.Kind.GROUP, "新品上市");
    static final Chat SINGLE = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
    static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    static final RequestPolicy POLICY = new RequestPolicy(
            "natural-rolled",
            Duration.ofHours(24),
            Duration.ofHours(1),
            List.of(50, 75, 90),
            10,
            2,
            5,
            2,
            Duration.ofHours(2),
            3,
            2,
            10,
            3,
            3);

    static final RequestFeature FEATURE = new RequestFeature(POLICY);

    private final List<Delegation> delegations = new ArrayList<>();
    private Organisation organisation = Demo.COMPANY;
    private WorkCalendar calendar = CALENDAR;
    private Instant now = Demo.at("2026-11-24T10:00");
    private Request request;
    private List<Fact> facts = List.of();
    private Occasion last;

    /** Filed in the group by Li Lei. */
    static Scene filed() {
        Scene scene = new Scene();
        scene.file(command("design"), GROUP);
        return scene;
    }

    static RequestCommand.File command(String department) {
        return new RequestCommand.File(
                department,
                Optional.empty(),
                "新品海报",
                Optional.of(LocalDate.of(2026, 11, 27)),
                "",
                false,
                Visibility.DEPARTMENTS,
                Set.of(),
                false);
    }

    static RequestCommand.File visible(Visibility visibility, String... named) {
        RequestCommand.File usual = command("design");
        return new RequestCommand.File(
                usual.department(),
                usual.person(),
                usual.need(),
                usual.wantedBy(),
                "",
                false,
                visibility,
                Set.of(named),
                false);
    }

    Scene in(Organisation other) {
        organisation = other;
        return this;
    }

    Scene by(WorkCalendar other) {
        calendar = other;
        return this;
    }

    Scene at(String local) {
        now = Demo.at(local);
        return this;
    }

    Scene away(String person, String delegate) {
        LocalDate today = CALENDAR.dateOf(now);
        delegations.add(new Delegation(person, Optional.ofNullable(delegate), today, today.plusDays(30), person));
        return this;
    }

    Occasion occasion(Actor actor) {
        Routing routing = new Routing(organisation, Availability.on(CALENDAR.dateOf(now), delegations));
        return new Occasion(actor, now, organisation, routing, calendar);
    }

    Scene file(RequestCommand.File file, Chat chat) {
        return keep(tryFile("li.lei", file, chat), occasion(Actor.person("li.lei")));
    }

    Decision<Request> tryFile(String person, RequestCommand.File file, Chat chat) {
        return FEATURE.rules().file(NUMBER, file, List.of(), chat, occasion(Actor.person(person)));
    }

    /** What would come of it; nothing is kept. */
    Decision<Request> decide(String person, AboutItem command) {
        return SharedRules.decide(FEATURE, request, command, speaking(person, command));
    }

    private Occasion speaking(String person, AboutItem command) {
        Occasion own = occasion(Actor.person(person));
        return occasion(new Actor(Optional.of(person), SharedRules.inNameOf(FEATURE, request, command, own)));
    }

    /** Done, and kept. */
    Scene does(String person, AboutItem command) {
        return keep(decide(person, command), speaking(person, command));
    }

    /** Refused, and nothing changed. */
    Message refused(String person, AboutItem command) {
        Decision<Request> decision = decide(person, command);
        assertThat(decision).as("%s %s in %s", person, command, request.state()).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Request>) decision).why();
    }

    Scene rings() {
        return keep(FEATURE.ring(request, occasion(Actor.CLOCK)), occasion(Actor.CLOCK));
    }

    /** Rings at every rung that comes until then, as the sweep does. */
    Scene until(String local) {
        Instant end = Demo.at(local);
        while (request.nextRing().filter(next -> !next.isAfter(end)).isPresent()) {
            now = request.nextRing().orElseThrow();
            rings();
        }
        now = end;
        return this;
    }

    Scene recomputes() {
        return keep(FEATURE.recompute(request, occasion(Actor.CLOCK)), occasion(Actor.CLOCK));
    }

    private Scene keep(Decision<Request> decision, Occasion occasion) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        Decision.Done<Request> done = (Decision.Done<Request>) decision;
        request = done.after();
        facts = done.facts();
        last = occasion;
        return this;
    }

    Scene accepted() {
        return does("zhou.jie", new RequestCommand.Accept(NUMBER, Optional.of(LocalDate.of(2026, 11, 27))));
    }

    Scene asked() {
        return does("zhou.jie", new RequestCommand.AskForInfo(NUMBER, "什么尺寸?"));
    }

    Scene delivered() {
        return does("zhou.jie", new RequestCommand.Deliver(NUMBER, "在群里"));
    }

    Scene declined() {
        return does("zhou.jie", new RequestCommand.Decline(NUMBER, "没有人手", Optional.of("production")));
    }

    Scene transferred(String by, String department) {
        return does(by, new RequestCommand.Transfer(NUMBER, department, Optional.empty(), "归他们管"));
    }

    Request request() {
        return request;
    }

    Instant now() {
        return now;
    }

    List<Fact> facts() {
        return facts;
    }

    Deadline clock(Purpose purpose) {
        return request.deadlines().stream()
                .filter(deadline -> deadline.purpose() == purpose)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Who gets which news of the last thing that happened: {@code person → key}; the chat's name for a chat. */
    Map<String, String> news() {
        Map<String, String> news = new LinkedHashMap<>();
        for (Outgoing message : FEATURE.news(request, facts, last)) {
            String to = message.to() instanceof Outgoing.ToPerson person
                    ? person.person()
                    : ((Outgoing.ToChat) message.to()).chat().name();
            Optional<Message> headline = ((Outgoing.ItemCard) message.body()).headline();
            String twice = news.put(to, headline.map(Message::key).orElse("card"));
            assertThat(twice).as("two messages for " + to).isNull();
        }
        return news;
    }

    List<Outgoing> outgoing() {
        return FEATURE.news(request, facts, last);
    }

    /** The headline one person reads. */
    String read(String person) {
        Words words = Words.in(Language.CHINESE, Demo.ZONE);
        return outgoing().stream()
                .filter(message -> message.to().equals(new Outgoing.ToPerson(person)))
                .map(message -> ((Outgoing.ItemCard) message.body())
                        .headline()
                        .map(words::say)
                        .orElse(""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing for " + person));
    }

    /** The card as one reader sees it; the group's when there is none. */
    Card card(String reader) {
        Occasion occasion = occasion(Actor.CLOCK);
        return FEATURE.card(
                request,
                Optional.empty(),
                new View(
                        Optional.ofNullable(reader),
                        organisation,
                        occasion.routing(),
                        calendar,
                        now,
                        Words.in(Language.CHINESE, Demo.ZONE)));
    }
}
