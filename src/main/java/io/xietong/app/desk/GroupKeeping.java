package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiChatGroups.Kept;
import io.xietong.app.store.OutboxRow;
import io.xietong.app.store.Stored;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.feature.WorkingGroup;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Makes the chat group of an item, and keeps its members and its name in step (plan duty 26). Where the owner is reached the bot
 * may not be able to make groups; then the item stays where it was made. Thread-safe.
 */
final class GroupKeeping {

    private final Database database;
    private final Supplier<Company> company;
    private final Platforms platforms;
    private final Clock clock;
    private final AtomicLong posted = new AtomicLong();

    GroupKeeping(Database database, Supplier<Company> company, Platforms platforms, Clock clock) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** How often it brought messages about. */
    long posted() {
        return posted.get();
    }

    /** What is wanted, what is there, what it is to be called, and who makes it. */
    private record Plan(
            Found<?> item, WorkingGroup wanted, String name, Optional<Kept> kept, Chat owner, Set<String> members) {}

    Outcome of(OutboxRow row) {
        ItemNumber number = row.item().orElseThrow();
        Optional<Plan> plan = database.read(books -> plan(books, number));
        Optional<ChatPlatform> platform = plan.flatMap(found -> platforms.of(found.owner()));
        Optional<ChatGroups> groups = platform.flatMap(ChatPlatform::groups);
        if (groups.isEmpty())
            return Outcome.ended(
                    books -> books.claims().dropped(row, "no group is wanted, or the platform makes none"));
        Gate.Passage passage = platforms.gate(plan.get().owner()).through(() -> keep(number, plan.get(), groups.get()));
        if (passage.receipt().isEmpty()) return Outcome.later(passage.hold());
        Receipt receipt = passage.receipt().get();
        if (receipt instanceof NotSent fault) return Outcome.failed(fault);
        Chat group = group(plan.get(), ((Sent) receipt).messageId());
        return Outcome.ended(books -> written(books, row, plan.get(), group));
    }

    private Optional<Plan> plan(Books books, ItemNumber number) {
        Optional<Found<?>> found = company.get().features().find(books, number);
        Optional<WorkingGroup> wanted = found.flatMap(Found::group);
        if (wanted.isEmpty()) return Optional.empty();
        Optional<Kept> kept = books.groups().of(number);
        Optional<Message> ended = wanted.get().ended();
        if (ended.isPresent() && kept.isEmpty()) return Optional.empty();
        String name = ended.map(company.get().words()::say).orElse(wanted.get().name());
        Organisation organisation = company.get().organisation();
        Optional<Chat> owner = kept.map(Kept::chat)
                .or(() -> platforms.chat(new Outgoing.ToPerson(wanted.get().owner()), organisation, books));
        return owner.map(at -> new Plan(
                found.get(), wanted.get(), name, kept, at, reached(wanted.get().members(), at.platform(), books)));
    }

    /** Those who are on the platform and have not left it. */
    private Set<String> reached(Set<String> people, String platform, Books books) {
        Set<String> reached = new HashSet<>(people);
        reached.removeIf(person -> account(person, platform)
                .filter(account -> !books.leavers().isGone(platform, account))
                .isEmpty());
        return reached;
    }

    private Optional<String> account(String person, String platform) {
        return company.get()
                .organisation()
                .person(person)
                .flatMap(known -> Optional.ofNullable(known.accounts().get(platform)));
    }

    private List<String> accounts(Collection<String> people, String platform) {
        return people.stream()
                .sorted()
                .flatMap(person -> account(person, platform).stream())
                .toList();
    }

    /** Calls the platform for what differs; every call may be repeated. */
    private Receipt keep(ItemNumber number, Plan plan, ChatGroups groups) {
        String platform = plan.owner().platform();
        if (plan.kept().isEmpty()) {
            Set<String> others = new HashSet<>(plan.members());
            others.remove(plan.wanted().owner());
            String owner = account(plan.wanted().owner(), platform).orElseThrow();
            return groups.create("group-" + number, plan.name(), owner, accounts(others, platform));
        }
        Kept kept = plan.kept().get();
        Set<String> joined = new HashSet<>(plan.members());
        joined.removeAll(kept.members());
        Set<String> left = new HashSet<>(kept.members());
        left.removeAll(plan.members());
        String chat = kept.chat().id();
        Receipt receipt = new Sent(chat);
        if (!joined.isEmpty()) receipt = groups.add(chat, accounts(joined, platform));
        if (receipt instanceof Sent && !left.isEmpty()) receipt = groups.remove(chat, accounts(left, platform));
        if (receipt instanceof Sent && !kept.chat().name().equals(plan.name()))
            receipt = groups.rename(chat, plan.name());
        return receipt;
    }

    private static Chat group(Plan plan, String id) {
        return new Chat(plan.owner().platform(), id, Chat.Kind.GROUP, plan.name());
    }

    private boolean written(Books books, OutboxRow row, Plan plan, Chat group) {
        Instant now = clock.instant();
        if (!books.claims().sent(row, List.of(row.id()), now)) return false;
        books.groups().save(new Kept(plan.item().number(), group, plan.members()));
        if (plan.kept().isEmpty()) {
            house(books, plan.item(), group, now);
            posted.incrementAndGet();
        }
        return true;
    }

    /** The item lives in its own group from now on; it may have changed since the group was asked for. */
    private <S extends Item> void house(Books books, Found<S> found, Chat group, Instant now) {
        Kind<S, ?> kind = found.kind();
        kind.in(books).lock(List.of(found.number().serial()));
        Found<S> present = kind.find(books, found.number()).orElseThrow();
        if (present.housed(group) instanceof Decision.Done<S> done) {
            Optional<Stored<S>> before = Optional.of(present.stored());
            Decided<S> decided = new Decided<>(
                    before, done, Recalculation.byClock(books, company.get(), now), TrailEntry.Source.CLOCK);
            new Ledger(books, company.get()).keep(kind, List.of(decided), now);
        }
    }
}
