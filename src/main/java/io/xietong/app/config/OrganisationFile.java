package io.xietong.app.config;

import io.xietong.core.people.Committee;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.OrganisationCheck;
import io.xietong.core.people.OrganisationData;
import io.xietong.core.people.Person;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code config/organisation.yml}. */
public final class OrganisationFile {

    private OrganisationFile() {}

    private record Content(
            CompanyPart company,
            List<PersonPart> people,
            List<DepartmentPart> departments,
            CommitteePart committee,
            SecretariatPart secretariat,
            ItPart it) {}

    private record CompanyPart(String name, String zone, String language) {}

    private record PersonPart(String id, String name, String department, Map<String, String> accounts, Boolean left) {}

    private record DepartmentPart(
            String id, String name, String head, List<String> deputies, List<String> contacts, List<String> formerly) {}

    private record CommitteePart(String chair, String viceChair, List<String> members) {}

    private record SecretariatPart(String department, List<String> secretaries) {}

    private record ItPart(String department, List<String> admins) {}

    /** What was read, and what works but should be looked at. */
    public record Read(Organisation organisation, List<Message> warnings) {}

    /** @throws ConfigFault with all errors */
    public static Read read(Path file) {
        Content content = Yaml.record(Yaml.file(file), Content.class, file.toString());
        if (content.company() == null
                || content.people() == null
                || content.departments() == null
                || content.committee() == null
                || content.secretariat() == null
                || content.it() == null) {
            throw new ConfigFault(List.of(Message.of("config.organisation-sections", file.toString())));
        }
        OrganisationData data = data(content, file.toString());
        List<OrganisationCheck.Problem> problems = OrganisationCheck.check(data);
        List<Message> errors = problems.stream()
                .filter(OrganisationCheck.Problem::error)
                .map(OrganisationCheck.Problem::what)
                .toList();
        if (!errors.isEmpty()) throw new ConfigFault(errors);
        return new Read(
                new Organisation(data),
                problems.stream().map(OrganisationCheck.Problem::what).toList());
    }

    private static OrganisationData data(Content content, String file) {
        return new OrganisationData(
                Objects.requireNonNullElse(content.company().name(), ""),
                zone(content.company().zone(), file),
                language(content.company().language(), file),
                content.people().stream()
                        .filter(Objects::nonNull)
                        .map(OrganisationFile::person)
                        .toList(),
                content.departments().stream()
                        .filter(Objects::nonNull)
                        .map(OrganisationFile::department)
                        .toList(),
                new Committee(
                        text(content.committee().chair()),
                        text(content.committee().viceChair()),
                        list(content.committee().members())),
                list(content.secretariat().secretaries()),
                list(content.it().admins()));
    }

    private static ZoneId zone(String name, String file) {
        try {
            return ZoneId.of(name == null ? "Asia/Shanghai" : name);
        } catch (DateTimeException e) {
            throw new ConfigFault(List.of(Message.of("config.wrong", file, "company.zone", name, "Asia/Shanghai")));
        }
    }

    private static Language language(String tag, String file) {
        return Language.of(tag == null ? "zh-CN" : tag)
                .orElseThrow(() -> new ConfigFault(
                        List.of(Message.of("config.wrong", file, "company.language", tag, "zh-CN, en"))));
    }

    /** The sandbox account is the id itself. */
    private static Person person(PersonPart part) {
        Map<String, String> accounts = new HashMap<>(part.accounts() == null ? Map.of() : part.accounts());
        accounts.values().removeIf(account -> account == null || account.isBlank());
        accounts.putIfAbsent("sandbox", text(part.id()));
        boolean left = Boolean.TRUE.equals(part.left());
        return new Person(text(part.id()), text(part.name()), text(part.department()), accounts, left);
    }

    private static Department department(DepartmentPart part) {
        return new Department(
                text(part.id()),
                text(part.name()),
                Optional.ofNullable(part.head()).filter(head -> !head.isBlank()),
                list(part.deputies()),
                list(part.contacts()),
                list(part.formerly()));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static List<String> list(List<String> values) {
        return values == null
                ? List.of()
                : new ArrayList<>(values.stream().filter(Objects::nonNull).toList());
    }
}
