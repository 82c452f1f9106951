package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads departments, heads and members from the address book, level by level and page by page. */
final class DingtalkDirectory implements DirectorySource {

    private static final long ROOT = 1;
    private static final int PAGE = 100;

    private final DingtalkApi api;
    private final Words words;

    DingtalkDirectory(DingtalkApi api, Words words) {
        this.api = api;
        this.words = words;
    }

    @Override
    public Listing read() {
        try {
            List<Unit> units = new ArrayList<>();
            Map<String, Member> members = new LinkedHashMap<>();
            Deque<Long> open = new ArrayDeque<>(List.of(ROOT));
            while (!open.isEmpty()) {
                long department = open.removeFirst();
                for (JsonNode below : api.old("/topapi/v2/department/listsub", about(department))
                        .path("result")) {
                    units.add(unit(below));
                    open.add(below.path("dept_id").asLong());
                }
                members(department, members);
            }
            return new Listing(units, List.copyOf(members.values()));
        } catch (DingtalkFault e) {
            throw new UnreadableDirectory(words.say("dingtalk.directory", e.getMessage()));
        }
    }

    private static ObjectNode about(long department) {
        return BoundedJson.object().put("dept_id", department);
    }

    private Unit unit(JsonNode listed) {
        JsonNode whole = api.old(
                        "/topapi/v2/department/get",
                        about(listed.path("dept_id").asLong()))
                .path("result");
        List<String> heads = new ArrayList<>();
        whole.path("dept_manager_userid_list").forEach(head -> heads.add(head.asText()));
        long parent = listed.path("parent_id").asLong();
        return new Unit(
                listed.path("dept_id").asText(),
                listed.path("name").asText(),
                parent == ROOT ? "" : Long.toString(parent),
                heads);
    }

    private void members(long department, Map<String, Member> members) {
        long cursor = 0;
        boolean more = true;
        while (more) {
            ObjectNode body = about(department).put("cursor", cursor).put("size", PAGE);
            JsonNode page = api.old("/topapi/v2/user/list", body).path("result");
            for (JsonNode user : page.path("list")) {
                members.putIfAbsent(user.path("userid").asText(), member(user));
            }
            more = page.path("has_more").asBoolean();
            cursor = page.path("next_cursor").asLong();
        }
    }

    /** Only people of the company are listed; DingTalk's {@code active} says whether they ever signed in, which is not asked here. */
    private static Member member(JsonNode user) {
        List<String> departments = new ArrayList<>();
        user.path("dept_id_list").forEach(id -> departments.add(id.asText()));
        return new Member(user.path("userid").asText(), user.path("name").asText(), departments, true);
    }
}
