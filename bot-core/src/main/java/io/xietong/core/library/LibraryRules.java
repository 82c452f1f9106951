package io.xietong.core.library;

import io.xietong.core.calendar.UntilDay;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides every command about documents: pure functions of state, command, occasion and policy. */
public final class LibraryRules {

    /** Who speaks for the whole company when it comes to its policies. */
    private static final Set<Role> FOR_POLICIES =
            EnumSet.of(Role.SECRETARY, Role.HEAD, Role.DEPUTY, Role.MEMBER, Role.VICE_CHAIR, Role.CHAIR);

    private static final int LONGEST_LINK = 1_000;

    private final LibraryPolicy policy;

    public LibraryRules(LibraryPolicy policy) {
        this.policy = policy;
    }

    /** Which files are taken. */
    public UploadRules uploads() {
        return policy.uploads();
    }

    /** A new one. @param number the next free one */
    public Decision<Document> shelve(ItemNumber number, LibraryCommand.Shelve command, Occasion occasion) {
        if (command.name().isBlank()) return Decision.refused("library.refused.no-name");
        if (command.file().isEmpty() && !isLink(command.link())) return Decision.refused("library.refused.no-link");
        if (command.audience().isEmpty()) return Decision.refused("library.refused.for-whom");
        Set<Role> roles = EnumSet.copyOf(occasion.organisation().rolesOf(occasion.person()));
        roles.retainAll(FOR_POLICIES);
        if (command.shelf() == Shelf.POLICY && roles.isEmpty()) return Decision.refused("library.refused.policies");
        LocalDate review = command.review().orElse(nextReview(occasion));
        if (!review.isAfter(occasion.today())) return Decision.refused("library.refused.past-date", review);
        Edition first = new Edition(command.link().strip(), command.file(), occasion.person(), occasion.now(), "");
        Document document = new Document(
                number,
                1,
                State.CURRENT,
                command.shelf(),
                command.name().strip(),
                occasion.person(),
                command.audience(),
                List.of(first),
                review,
                Set.of(),
                armed(List.of(), occasion.person(), review, occasion));
        LibraryFact shelved = new LibraryFact.Shelved(command.shelf(), document.name(), first.link());
        return new Decision.Done<>(document, withFile(shelved, document));
    }

    private static List<Fact> withFile(LibraryFact made, Document after) {
        List<Fact> facts = new ArrayList<>(List.of(made));
        int edition = after.editions().size();
        after.latest()
                .file()
                .ifPresent(file -> facts.add(new LibraryFact.Uploaded(edition, file.name(), file.size(), file.hash())));
        return facts;
    }

    /** Nothing but addresses that a browser opens as pages: no script, no file of somebody's own computer. */
    static boolean isLink(String link) {
        String typed = link.strip();
        if (typed.length() > LONGEST_LINK) return false;
        try {
            URI address = new URI(typed);
            return List.of("http", "https")
                            .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private LocalDate nextReview(Occasion occasion) {
        return occasion.calendar().nextWorkingDay(occasion.today().plusMonths(policy.reviewMonths()));
    }

    private List<Deadline> armed(List<Deadline> before, String owner, LocalDate day, Occasion occasion) {
        List<Deadline> clocks = new ArrayList<>(before.stream()
                .map(clock -> clock.isOpen() ? clock.met(occasion.now()) : clock)
                .toList());
        int round = Clocks.nextRound(before, Purpose.REVIEW);
        clocks.add(Deadline.arm(Purpose.REVIEW, round, owner, occasion.now(), terms(day, occasion.calendar())));
        return clocks;
    }

    Terms terms(LocalDate review, WorkCalendar calendar) {
        List<Rung> ladder = new ArrayList<>();
        if (policy.remindDays() > 0) ladder.add(Rung.daysBefore(policy.remindDays()));
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return new Terms(new UntilDay(review), ladder, calendar);
    }

    /** A verb about one that exists. */
    public Decision<Document> decide(Document document, LibraryCommand.About command, Occasion occasion) {
        if (!document.isOpen()) return new Decision.Refused<>(notNow(document));
        if (!mayKeep(document, occasion.person(), occasion.organisation()))
            return new Decision.Refused<>(onlyOwner(document, occasion.organisation()));
        if (command instanceof LibraryCommand.Renew renew) return renew(document, renew, occasion);
        if (command instanceof LibraryCommand.Review review) return review(document, review, occasion);
        if (command instanceof LibraryCommand.HandOver hand) return handOver(document, hand, occasion);
        return takeOff(document, (LibraryCommand.TakeOff) command, occasion);
    }

    /** What is said to who may not change a document. */
    public static Message onlyOwner(Document document, Organisation organisation) {
        return Message.of("library.refused.only-owner", document.number(), organisation.nameOf(document.owner()));
    }

    /** The owner, the owner's head, and the secretaries. */
    public static boolean mayKeep(Document document, String person, Organisation organisation) {
        boolean head = organisation
                .departmentOf(document.owner())
                .flatMap(department -> department.head())
                .filter(person::equals)
                .isPresent();
        return head
                || document.owner().equals(person)
                || organisation.rolesOf(person).contains(Role.SECRETARY);
    }

    /** A new version counts as a review: its author has looked at it. */
    private Decision<Document> renew(Document document, LibraryCommand.Renew command, Occasion occasion) {
        if (command.file().isEmpty() && !isLink(command.link())) return Decision.refused("library.refused.no-link");
        List<Edition> editions = new ArrayList<>(document.editions());
        Edition next =
                new Edition(command.link().strip(), command.file(), occasion.person(), occasion.now(), command.note());
        editions.add(next);
        LocalDate review = nextReview(occasion);
        Document after = document.with(
                State.CURRENT,
                document.owner(),
                editions,
                review,
                armed(document.deadlines(), document.owner(), review, occasion));
        return new Decision.Done<>(
                after, withFile(new LibraryFact.Renewed(editions.size(), next.link(), next.note()), after));
    }

    private Decision<Document> review(Document document, LibraryCommand.Review command, Occasion occasion) {
        LocalDate review = command.next().orElse(nextReview(occasion));
        if (!review.isAfter(occasion.today())) return Decision.refused("library.refused.past-date", review);
        return Decision.done(
                document.with(
                        State.CURRENT,
                        document.owner(),
                        document.editions(),
                        review,
                        armed(document.deadlines(), document.owner(), review, occasion)),
                new LibraryFact.Reviewed(review));
    }

    private Decision<Document> handOver(Document document, LibraryCommand.HandOver command, Occasion occasion) {
        boolean known = occasion.organisation().person(command.person()).isPresent();
        if (!known || command.person().equals(document.owner()))
            return Decision.refused("library.refused.to-whom", document.number());
        return Decision.done(
                document.with(
                        State.CURRENT,
                        command.person(),
                        document.editions(),
                        document.review(),
                        armed(document.deadlines(), command.person(), document.review(), occasion)),
                new LibraryFact.DocumentHandedOver(document.owner(), command.person()));
    }

    private static Decision<Document> takeOff(Document document, LibraryCommand.TakeOff command, Occasion occasion) {
        if (!command.confirmed())
            return new Decision.Refused<>(
                    Message.of("library.refused.confirm-take-off", document.number()),
                    Optional.of(new Decision.Confirmation(
                            Message.of("library.confirm.take-off"),
                            Message.of("library.button.take-off"),
                            "下架 " + document.number() + " 确认")));
        return Decision.done(
                document.with(
                        State.WITHDRAWN,
                        document.owner(),
                        document.editions(),
                        document.review(),
                        Clocks.cancelled(document.deadlines(), occasion.now())),
                new LibraryFact.TakenOff());
    }

    Decision<Document> ring(Document document, Occasion occasion) {
        return changed(
                document,
                Clocks.ring(
                        document.deadlines(), occasion.now(), clock -> terms(document.review(), occasion.calendar())));
    }

    Decision<Document> recompute(Document document, Occasion occasion) {
        return changed(
                document,
                Clocks.recompute(document.deadlines(), clock -> terms(document.review(), occasion.calendar())));
    }

    private static Decision<Document> changed(Document document, Clocks clocks) {
        if (clocks.facts().isEmpty()) return new Decision.Refused<>(notNow(document));
        return new Decision.Done<>(
                document.with(
                        document.state(), document.owner(), document.editions(), document.review(), clocks.deadlines()),
                clocks.facts());
    }

    /** What is said of a document for which it is too late. */
    public static Message notNow(Document document) {
        return Message.of(
                "library.refused.not-now",
                document.number(),
                Message.of("library.state." + document.state().name()));
    }
}
