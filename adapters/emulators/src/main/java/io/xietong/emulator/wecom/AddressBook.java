package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.util.List;

/** The company's departments under the root and their members, as the application sees them. Thread-safe. */
final class AddressBook {

    private static final int ROOT = 1;
    private static final int FIRST = 100;

    private final Organisation organisation;

    AddressBook(Organisation organisation) {
        this.organisation = organisation;
    }

    ObjectNode departments() {
        ObjectNode json = Answer.ok();
        ArrayNode list = json.putArray("department");
        department(list, ROOT, organisation.name(), 0);
        List<Department> all = organisation.departments();
        for (int i = 0; i < all.size(); i++) {
            ArrayNode heads = department(list, FIRST + i, all.get(i).name(), ROOT);
            all.get(i).head().flatMap(organisation::person).ifPresent(head -> heads.add(account(head)));
        }
        return json;
    }

    private static ArrayNode department(ArrayNode list, int id, String name, int parent) {
        return list.addObject()
                .put("id", id)
                .put("name", name)
                .put("parentid", parent)
                .put("order", id)
                .putArray("department_leader");
    }

    private static String account(Person person) {
        return person.accounts().getOrDefault("wecom", person.id());
    }

    ObjectNode members(String department) {
        ObjectNode json = Answer.ok();
        ArrayNode list = json.putArray("userlist");
        int at = Integer.parseInt(department) - FIRST;
        if (at < 0 || at >= organisation.departments().size()) return json;
        String id = organisation.departments().get(at).id();
        for (Person person : organisation.people()) {
            if (!person.department().equals(id) || !person.accounts().containsKey("wecom")) continue;
            list.addObject()
                    .put("userid", account(person))
                    .put("name", person.name())
                    .put("main_department", FIRST + at)
                    .put("status", 1)
                    .putArray("department")
                    .add(FIRST + at);
        }
        return json;
    }
}
