package io.xietong.sandbox;

import io.xietong.core.chat.Chat;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The conversations there are, derived from the organisation: everybody's group, one group per department, the launch project's
 * group, and each person's chat with the bot. Immutable.
 */
public final class SandboxGroups {

    /** The departments of the demo organisation that bring a new product to market together. */
    private static final Set<String> LAUNCH = Set.of("market", "design", "production");

    private final Organisation organisation;
    private final Words words;
    private final List<SandboxChat> groups = new ArrayList<>();

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
