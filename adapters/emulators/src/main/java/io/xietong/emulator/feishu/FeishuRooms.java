package io.xietong.emulator.feishu;

import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.emulator.EmulatedChats;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which chats there are at first, and in which groups the bot is. Thread-safe. */
final class FeishuRooms {

    private static final String SINGLE = "oc_p2p_";
    private static final Set<String> LAUNCH = Set.of("market", "design", "production");

    private final EmulatedChats chats;
    private final Organisation organisation;
    private final Set<String> withBot = ConcurrentHashMap.newKeySet();
    private final Set<String> dissolved = ConcurrentHashMap.newKeySet();

    FeishuRooms(EmulatedChats chats, Organisation organisation) {
        this.chats = chats;
        this.organisation = organisation;
        organisation.people().stream()
                .flatMap(person -> account(person).stream())
                .forEach(account -> chats.add(new EmulatedChats.Chat(single(account), "协同", false, Set.of(account))));
        open(
                "oc_all",
                "全员群",
                members(organisation.departments().stream().map(Department::id).collect(Collectors.toSet())));
        for (Department department : organisation.departments())
            open("oc_" + department.id(), department.name() + "群", members(Set.of(department.id())));
        open("oc_launch", "新品上市项目群", members(LAUNCH));
    }

    /** A group with the bot in it. */
    void open(String id, String name, Set<String> members) {
        chats.add(new EmulatedChats.Chat(id, name, true, members));
        withBot.add(id);
    }

    private Set<String> members(Set<String> departments) {
        return organisation.people().stream()
                .filter(person -> departments.contains(person.department()))
                .flatMap(person -> account(person).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Optional<String> account(Person person) {
        return Optional.ofNullable(person.accounts().get("feishu"));
    }

    static String single(String account) {
        return SINGLE + account.replaceFirst("^ou_", "");
    }

    boolean hasBot(String chat) {
        return chats.find(chat)
                .filter(found -> !found.group() || withBot.contains(chat))
                .isPresent();
    }

    void bot(String chat, boolean in) {
        if (in) withBot.add(chat);
        else withBot.remove(chat);
    }

    void dissolve(String chat) {
        chats.remove(chat);
        withBot.remove(chat);
        dissolved.add(chat);
    }

    /** The fault of speaking there; empty when the bot may. */
    Optional<Answer> refusal(String chat) {
        if (dissolved.contains(chat)) return Optional.of(Answer.fault(232009, "The chat has been dissolved"));
        return hasBot(chat)
                ? Optional.empty()
                : Optional.of(Answer.fault(230002, "The bot can not be outside the group."));
    }
}
