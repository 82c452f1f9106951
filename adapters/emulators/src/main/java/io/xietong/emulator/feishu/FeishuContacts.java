package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The company's contacts: the organisation's departments under the root, their people, page by page. Thread-safe. */
final class FeishuContacts {

    private static final String ROOT = "0";
    private static final int PAGE = 50;

    private final Organisation organisation;
    private final Set<String> scopes;
    private final Set<String> resigned;

    /** @param scopes what was granted; may change */
    FeishuContacts(Organisation organisation, Set<String> scopes, Set<String> resigned) {
        this.organisation = organisation;
        this.scopes = scopes;
        this.resigned = resigned;
    }

    private static String openId(Department department) {
        return "od-" + department.id();
    }

    Answer children(String parent, String size, String page) {
        if (!scopes.contains("contact:department.base:readonly")) return missing("contact:department.base:readonly");
        List<ObjectNode> items = new ArrayList<>();
        if (parent.equals(ROOT)) organisation.departments().forEach(department -> items.add(described(department)));
        return page(items, size, page);
    }

    private ObjectNode described(Department department) {
        ObjectNode json = Answer.object()
                .put("name", department.name())
                .put("parent_department_id", ROOT)
                .put("department_id", department.id())
                .put("open_department_id", openId(department));
        json.putObject("status").put("is_deleted", false);
        ArrayNode leaders = json.putArray("leaders");
        department.head().flatMap(this::account).ifPresent(head -> {
            json.put("leader_user_id", head);
            leaders.addObject().put("leaderType", 1).put("leaderID", head);
        });
        department.deputies().stream()
                .flatMap(deputy -> account(deputy).stream())
                .forEach(deputy -> leaders.addObject().put("leaderType", 2).put("leaderID", deputy));
        return json;
    }

    private Optional<String> account(String person) {
        return organisation.person(person).map(found -> found.accounts().get("feishu"));
    }

    Answer users(String department, String size, String page) {
        if (!scopes.contains("contact:contact.base:readonly")) return missing("contact:contact.base:readonly");
        List<ObjectNode> items = organisation.people().stream()
                .filter(person -> ("od-" + person.department()).equals(department))
                .filter(person -> person.accounts().containsKey("feishu"))
                .map(this::described)
                .toList();
        return page(items, size, page);
    }

    private ObjectNode described(Person person) {
        String account = person.accounts().get("feishu");
        ObjectNode json = Answer.object().put("open_id", account).put("union_id", account.replaceFirst("ou", "on"));
        if (scopes.contains("contact:user.base:readonly")) json.put("name", person.name());
        json.putObject("status")
                .put("is_frozen", false)
                .put("is_resigned", resigned.contains(account))
                .put("is_activated", true)
                .put("is_exited", false)
                .put("is_unjoin", false);
        json.putArray("department_ids").add("od-" + person.department());
        json.putArray("orders")
                .addObject()
                .put("department_id", "od-" + person.department())
                .put("is_primary_dept", true);
        return json;
    }

    static Answer missing(String scope) {
        return Answer.fault(99991672, "Access denied. One of the following scopes is required: [" + scope + "]");
    }

    private static Answer page(List<ObjectNode> items, String size, String page) {
        int from = page == null || page.isEmpty() ? 0 : Integer.parseInt(page);
        int length = size == null ? 10 : Math.min(PAGE, Integer.parseInt(size));
        int to = Math.min(items.size(), from + length);
        ObjectNode data = Answer.object().put("has_more", to < items.size());
        if (to < items.size()) data.put("page_token", Integer.toString(to));
        ArrayNode part = data.putArray("items");
        items.subList(from, to).forEach(part::add);
        return Answer.ok(data);
    }
}
