package io.xietong.emulator;

import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The chats an emulated platform has at first: everybody's chat with the bot, and the groups of the demo company. */
public final class CompanyRooms {

    private static final Set<String> LAUNCH = Set.of("market", "design", "production");

    private final EmulatedChats chats;
    private final Organisation organisation;
    private final String platform;

    private CompanyRooms(EmulatedChats chats, Organisation organisation, String platform) {
        this.chats = chats;
        this.organisation = organisation;
        this.platform = platform;
    }

    /**
     * Opens them.
     *
     * @param single makes the platform's id of an account's chat with the bot
     * @param group  makes the platform's id of a group out of a short name, such as {@code launch}
     */
    public static void open(Emulator emulator, UnaryOperator<String> single, UnaryOperator<String> group) {
        CompanyRooms rooms = new CompanyRooms(emulator.chats(), emulator.organisation(), emulator.platform());
        rooms.singles(single);
        rooms.groups(group);
    }

    private void singles(UnaryOperator<String> single) {
        organisation.people().stream()
                .flatMap(person -> account(person).stream())
                .forEach(account ->
                        chats.add(new EmulatedChats.Chat(single.apply(account), "协同", false, Set.of(account))));
    }

    private void groups(UnaryOperator<String> group) {
        Set<String> all =
                organisation.departments().stream().map(Department::id).collect(Collectors.toSet());
        chats.add(new EmulatedChats.Chat(group.apply("all"), "全员群", true, members(all)));
        for (Department department : organisation.departments()) {
            chats.add(new EmulatedChats.Chat(
                    group.apply(department.id()), department.name() + "群", true, members(Set.of(department.id()))));
        }
        chats.add(new EmulatedChats.Chat(group.apply("launch"), "新品上市项目群", true, members(LAUNCH)));
    }

    private Set<String> members(Set<String> departments) {
        return organisation.people().stream()
                .filter(person -> departments.contains(person.department()))
                .flatMap(person -> account(person).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Optional<String> account(Person person) {
        return Optional.ofNullable(person.accounts().get(platform));
    }
}
