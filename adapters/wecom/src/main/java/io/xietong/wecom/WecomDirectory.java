package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads departments, heads and members as far as the application may see them. */
final class WecomDirectory implements DirectorySource {

    private static final String ROOT = "1";
    /** Disabled, and left. */
    private static final Set<Integer> GONE = Set.of(2, 5);

    private final WecomApi api;
    private final Words words;

    WecomDirectory(WecomApi api, Words words) {
        this.api = api;
        this.words = words;
    }

    @Override
    public Listing read() {
        try {
            List<Unit> units = new ArrayList<>();
            Map<String, Member> members = new LinkedHashMap<>();
            for (JsonNode department :
                    api.get("/cgi-bin/department/list", Map.of()).path("department")) {
                String id = department.path("id").asText();
                if (!id.equals(ROOT)) units.add(unit(department, id));
                for (JsonNode user : api.get("/cgi-bin/user/list", Map.of("department_id", id))
                        .path("userlist")) {
                    members.putIfAbsent(user.path("userid").asText(), member(user));
                }
            }
            return new Listing(units, List.copyOf(members.values()));
        } catch (WecomFault e) {
            throw new UnreadableDirectory(words.say("wecom.directory", e.getMessage()));
        }
    }

    private static Unit unit(JsonNode department, String id) {
        List<String> heads = new ArrayList<>();
        department.path("department_leader").forEach(head -> heads.add(head.asText()));
        String parent = department.path("parentid").asText();
        return new Unit(id, department.path("name").asText(), parent.equals(ROOT) ? "" : parent, heads);
    }

    private static Member member(JsonNode user) {
        List<String> departments = new ArrayList<>();
        user.path("department").forEach(id -> departments.add(id.asText()));
        String main = user.path("main_department").asText();
        if (departments.remove(main)) departments.add(0, main);
        return new Member(
                user.path("userid").asText(),
                user.path("name").asText(),
                departments,
                !GONE.contains(user.path("status").asInt(1)));
    }
}
