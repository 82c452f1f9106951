package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.DirectoryChange;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Writes differences into {@code organisation.yml}. What a difference does not concern stays as it is, unknown keys included;
 * of the comments only those at the top stay. The file is replaced whole, and the previous one is kept beside it.
 */
public final class OrganisationEdit {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final ObjectNode tree;
    private final String platform;

    private OrganisationEdit(ObjectNode tree, String platform) {
        this.tree = tree;
        this.platform = platform;
    }

    /**
     * Applies the differences that can be.
     *
     * @return where the previous file is kept
     * @throws ConfigFault when the outcome would not be sound, or cannot be written; the file is as it was then
     */
    public static Path apply(Path file, String platform, List<DirectoryChange> changes, LocalDateTime now) {
        OrganisationEdit edit = new OrganisationEdit((ObjectNode) Yaml.file(file), platform);
        changes.forEach(edit::apply);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Path before = file.resolveSibling(file.getFileName() + ".bak-" + STAMP.format(now));
        try {
            Files.writeString(next, OrganisationText.of(Files.readString(file), edit.tree));
            OrganisationFile.read(next);
            Files.copy(file, before, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return before;
        } catch (IOException e) {
            throw new ConfigFault(List.of(Message.of("config.cannot-write", file.toString(), e.getMessage())));
        } finally {
            next.toFile().delete();
        }
    }

    private void apply(DirectoryChange change) {
        if (change instanceof DirectoryChange.Joined joined) add(joined);
        else if (change instanceof DirectoryChange.Linked linked)
            accounts(linked.person().id()).ifPresent(accounts -> accounts.put(platform, linked.account()));
        else if (change instanceof DirectoryChange.Left left)
            accounts(left.person().id()).ifPresent(accounts -> accounts.remove(platform));
        else if (change instanceof DirectoryChange.Renamed renamed)
            entry("people", renamed.person().id()).ifPresent(person -> person.put("name", renamed.name()));
        else if (change instanceof DirectoryChange.Moved moved)
            entry("people", moved.person().id())
                    .ifPresent(person -> person.put("department", moved.to().id()));
        else if (change instanceof DirectoryChange.NewHead head) head(head);
    }

    private void add(DirectoryChange.Joined joined) {
        ArrayNode people = (ArrayNode) tree.get("people");
        String id = joined.account().replaceAll("\\s+", "-");
        if (entry("people", id).isPresent()) id = platform + "-" + id;
        people.addObject()
                .put("id", id)
                .put("name", joined.name())
                .put("department", joined.department().id())
                .putObject("accounts")
                .put(platform, joined.account());
    }

    /** A deputy who becomes head is no longer their own deputy. */
    private void head(DirectoryChange.NewHead change) {
        entry("departments", change.department().id()).ifPresent(department -> {
            department.put("head", change.head().id());
            if (!(department.get("deputies") instanceof ArrayNode deputies)) return;
            for (int i = deputies.size() - 1; i >= 0; i--)
                if (deputies.get(i).asText().equals(change.head().id())) deputies.remove(i);
        });
    }

    private Optional<ObjectNode> accounts(String person) {
        return entry("people", person)
                .map(entry -> entry.get("accounts") instanceof ObjectNode there ? there : entry.putObject("accounts"));
    }

    private Optional<ObjectNode> entry(String section, String id) {
        return StreamSupport.stream(tree.path(section).spliterator(), false)
                .filter(entry -> entry.path("id").asText().strip().equals(id))
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
