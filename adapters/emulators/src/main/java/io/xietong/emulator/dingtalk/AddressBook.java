package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.List;

/** The company's address book behind the old API: departments under the root, their members page by page. Thread-safe. */
final class AddressBook {

    private static final int ROOT = 1;
    private static final int FIRST = 100;

    private final Organisation organisation;

    AddressBook(Organisation organisation) {
        this.organisation = organisation;
    }

    Answer below(JsonNode body) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        if (body.path("dept_id").asInt() == ROOT) {
            List<Department> departments = organisation.departments();
            for (int i = 0; i < departments.size(); i++) {
                result.addObject()
                        .put("dept_id", FIRST + i)
                        .put("name", departments.get(i).name())
                        .put("parent_id", ROOT);
            }
        }
        ObjectNode json = Answer.object().put("errcode", 0).put("errmsg", "ok");
        json.set("result", result);
        return Answer.ok(json);
    }

    Answer department(JsonNode body) {
        int at = body.path("dept_id").asInt() - FIRST;
        if (at < 0 || at >= organisation.departments().size()) return Answer.oldFault(60003);
        Department department = organisation.departments().get(at);
        ObjectNode json = Answer.object().put("dept_id", FIRST + at).put("name", department.name());
        ArrayNode heads = json.putArray("dept_manager_userid_list");
        department.head().ifPresent(head -> heads.add(account(head)));
        return Answer.old(json);
    }

    private String account(String person) {
        return organisation
                .person(person)
                .map(Person::accounts)
                .map(a -> a.get("dingtalk"))
                .orElse(person);
    }

    /** Somebody, with the id by which calendars know them. */
    Answer person(JsonNode body) {
        String account = body.path("userid").asText();
        return organisation.people().stream()
                .filter(person -> account.equals(person.accounts().get("dingtalk")))
                .findFirst()
                .map(person -> Answer.old(Answer.object()
                        .put("userid", account)
                        .put("unionid", CalendarApi.unionId(account))
                        .put("name", person.name())))
                .orElseGet(() -> Answer.oldFault(60121));
    }

    /** Somebody, by the id by which calendars know them. */
    Answer member(JsonNode body) {
        String union = body.path("unionid").asText();
        return organisation.people().stream()
                .map(person -> person.accounts().get("dingtalk"))
                .filter(account -> account != null && union.equals(CalendarApi.unionId(account)))
                .findFirst()
                .map(account ->
                        Answer.old(Answer.object().put("userid", account).put("contact_type", 0)))
                .orElseGet(() -> Answer.oldFault(60121));
    }

    Answer members(JsonNode body) {
        int at = body.path("dept_id").asInt() - FIRST;
        ObjectNode json = Answer.object();
        ArrayNode list = json.putArray("list");
        List<Person> all = at < 0 || at >= organisation.departments().size()
                ? List.of()
                : organisation.people().stream()
                        .filter(p -> p.department()
                                .equals(organisation.departments().get(at).id()))
                        .filter(p -> p.accounts().containsKey("dingtalk"))
                        .toList();
        int from = body.path("cursor").asInt();
        int to = Math.min(all.size(), from + Math.max(1, body.path("size").asInt(10)));
        for (Person person : all.subList(Math.min(from, to), to)) {
            list.addObject()
                    .put("userid", person.accounts().get("dingtalk"))
                    .put("name", person.name())
                    .put("active", true)
                    .putArray("dept_id_list")
                    .add(FIRST + at);
        }
        json.put("has_more", to < all.size()).put("next_cursor", to);
        return Answer.old(json);
    }
}
