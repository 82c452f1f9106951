package io.xietong.sandbox;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The conversations there are, derived from the organisation: everybody's group, one group per department, the launch project's
 * group, and each person's chat with the bot; and the groups that the bot makes, which are kept by who asks for them. Thread-safe.
 */
public final class SandboxGroups implements ChatGroups {

    /** The departments of the demo organisation that bring a new product to market together. */
    private static final Set<String> LAUNCH = Set.of("market", "design", "production");

    private final Organisation organisation;
    private final Words words;
    private final List<SandboxChat> groups = new CopyOnWriteArrayList<>();

    public SandboxGroups(Organisation organisation) {
        this.organisation = organisation;
        this.words = Words.in(organisation.language(), organisation.zone());
        group("group:all", words.say("sandbox.group.everybody"), everybody());
        for (Department department : organisation.departments()) {
            String name = words.say("sandbox.group.department", department.name());
            group("group:" + department.id(), name, membersOf(Set.of(department.id())));
        }
        if (organisation.departments().stream().map(Department::id).toList().containsAll(LAUNCH)) {
            group("group:launch", words.say("sandbox.group.launch"), membersOf(LAUNCH));
        }
    }

    /** A group that was made before, such as by the program's last run or by another node, as it is now. */
    public synchronized void known(String id, String name, Set<String> members) {
        if (find(id).isEmpty()) group(id, name, members);
        else changed(id, group -> new SandboxChat(id, name, group.kind(), members));
    }

    @Override
    public synchronized Receipt create(String key, String name, String owner, List<String> members) {
        String id = "group:" + key;
        if (find(id).isPresent()) return new Sent(id);
        Set<String> all = new HashSet<>(members);
        all.add(owner);
        group(id, name, all);
        return new Sent(id);
    }

    @Override
    public Receipt add(String chat, List<String> members) {
        return changed(chat, group -> {
            Set<String> more = new HashSet<>(group.members());
            more.addAll(members);
            return new SandboxChat(group.id(), group.name(), group.kind(), more);
        });
    }

    @Override
    public Receipt remove(String chat, List<String> members) {
        return changed(chat, group -> {
            Set<String> fewer = new HashSet<>(group.members());
            members.forEach(fewer::remove);
            return new SandboxChat(group.id(), group.name(), group.kind(), fewer);
        });
    }

    @Override
    public Receipt rename(String chat, String name) {
        return changed(chat, group -> new SandboxChat(group.id(), name, group.kind(), group.members()));
    }

    private synchronized Receipt changed(String chat, UnaryOperator<SandboxChat> change) {
        if (find(chat).isEmpty()) return NotSent.never("the sandbox has no chat " + chat);
        groups.replaceAll(group -> group.id().equals(chat) ? change.apply(group) : group);
        return new Sent(chat);
    }

    /** The bot chat of a person first, then the groups they are in. */
    public List<SandboxChat> of(String person) {
        List<SandboxChat> chats = new ArrayList<>();
        organisation.person(person).ifPresent(found -> chats.add(botChat(found)));
        groups.stream().filter(group -> group.holds(person)).forEach(chats::add);
        return chats;
    }

    public Optional<SandboxChat> find(String id) {
        if (!id.startsWith("single:"))
            return groups.stream().filter(group -> group.id().equals(id)).findFirst();
        return organisation.person(id.substring("single:".length())).map(this::botChat);
    }

    private SandboxChat botChat(Person person) {
        return SandboxChat.single(person.id(), words.say("sandbox.bot"));
    }

    private void group(String id, String name, Set<String> members) {
        if (!members.isEmpty()) groups.add(new SandboxChat(id, name, Chat.Kind.GROUP, members));
    }

    private Set<String> everybody() {
        return organisation.people().stream().map(Person::id).collect(Collectors.toSet());
    }

    private Set<String> membersOf(Set<String> departments) {
        return organisation.people().stream()
                .filter(person -> departments.contains(person.department()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }
}
