package io.xietong.feishu;

import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentReq;
import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentRespBody;
import com.lark.oapi.service.contact.v3.model.Department;
import com.lark.oapi.service.contact.v3.model.FindByDepartmentUserReq;
import com.lark.oapi.service.contact.v3.model.FindByDepartmentUserRespBody;
import com.lark.oapi.service.contact.v3.model.User;
import com.lark.oapi.service.contact.v3.model.UserOrder;
import com.lark.oapi.service.contact.v3.model.UserStatus;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads departments and members from Feishu's contacts, page by page, from the root down. */
final class FeishuDirectory implements DirectorySource {

    private static final String ROOT = "0";
    private static final int PAGE = 50;

    private final FeishuApi api;
    private final Words words;

    FeishuDirectory(FeishuApi api, Words words) {
        this.api = api;
        this.words = words;
    }

    @Override
    public Listing read() {
        try {
            Map<String, Unit> units = units();
            List<String> places = new ArrayList<>(List.of(ROOT));
            places.addAll(units.keySet());
            Map<String, Member> members = new LinkedHashMap<>();
            for (String place : places)
                for (User user : users(place))
                    members.merge(user.getOpenId(), member(user, place), FeishuDirectory::joined);
            if (!members.isEmpty()
                    && members.values().stream()
                            .allMatch(member -> member.name().isBlank()))
                throw new UnreadableDirectory(words.say("feishu.directory.no-names"));
            return new Listing(List.copyOf(units.values()), List.copyOf(members.values()));
        } catch (FeishuFault e) {
            throw new UnreadableDirectory(words.say("feishu.directory.refused", e.getMessage()));
        }
    }

    /** Level by level: reading all levels at once is refused above 500 departments. */
    private Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(ROOT));
        while (!open.isEmpty()) {
            for (Department department : children(open.remove())) {
                boolean deleted = department.getStatus() != null
                        && Boolean.TRUE.equals(department.getStatus().getIsDeleted());
                if (deleted || units.containsKey(department.getOpenDepartmentId())) continue;
                units.put(department.getOpenDepartmentId(), unit(department));
                open.add(department.getOpenDepartmentId());
            }
        }
        return units;
    }

    private List<Department> children(String parent) {
        List<Department> all = new ArrayList<>();
        String page = null;
        do {
            ChildrenDepartmentReq request = ChildrenDepartmentReq.newBuilder()
                    .departmentId(parent)
                    .departmentIdType("open_department_id")
                    .userIdType("open_id")
                    .fetchChild(false)
                    .pageSize(PAGE)
                    .pageToken(page)
                    .build();
            ChildrenDepartmentRespBody answer = api.call(
                            (client, options) -> client.contact().department().children(request, options))
                    .getData();
            if (answer.getItems() != null) all.addAll(Arrays.asList(answer.getItems()));
            page = Boolean.TRUE.equals(answer.getHasMore()) ? answer.getPageToken() : null;
        } while (page != null);
        return all;
    }

    private List<User> users(String department) {
        List<User> all = new ArrayList<>();
        String page = null;
        do {
            FindByDepartmentUserReq request = FindByDepartmentUserReq.newBuilder()
                    .departmentId(department)
                    .departmentIdType("open_department_id")
                    .userIdType("open_id")
                    .pageSize(PAGE)
                    .pageToken(page)
                    .build();
            FindByDepartmentUserRespBody answer = api.call(
                            (client, options) -> client.contact().user().findByDepartment(request, options))
                    .getData();
            if (answer.getItems() != null) all.addAll(Arrays.asList(answer.getItems()));
            page = Boolean.TRUE.equals(answer.getHasMore()) ? answer.getPageToken() : null;
        } while (page != null);
        return all;
    }

    private static Unit unit(Department department) {
        Set<String> heads = new LinkedHashSet<>();
        if (department.getLeaderUserId() != null) heads.add(department.getLeaderUserId());
        if (department.getLeaders() != null)
            Arrays.stream(department.getLeaders())
                    .filter(leader -> Integer.valueOf(1).equals(leader.getLeaderType()))
                    .forEach(leader -> heads.add(leader.getLeaderID()));
        heads.remove("");
        String parent = text(department.getParentDepartmentId());
        return new Unit(
                department.getOpenDepartmentId(),
                text(department.getName()),
                parent.equals(ROOT) ? "" : parent,
                List.copyOf(heads));
    }

    private static Member member(User user, String foundIn) {
        Set<String> departments = new LinkedHashSet<>();
        if (user.getOrders() != null)
            Arrays.stream(user.getOrders())
                    .filter(order -> Boolean.TRUE.equals(order.getIsPrimaryDept()))
                    .map(UserOrder::getDepartmentId)
                    .forEach(departments::add);
        if (user.getDepartmentIds() != null) departments.addAll(Arrays.asList(user.getDepartmentIds()));
        departments.add(foundIn);
        departments.remove(ROOT);
        return new Member(user.getOpenId(), text(user.getName()), List.copyOf(departments), active(user.getStatus()));
    }

    private static boolean active(UserStatus status) {
        return status == null
                || !Boolean.TRUE.equals(status.getIsFrozen())
                        && !Boolean.TRUE.equals(status.getIsResigned())
                        && !Boolean.TRUE.equals(status.getIsExited());
    }

    private static Member joined(Member first, Member again) {
        Set<String> departments = new LinkedHashSet<>(first.departments());
        departments.addAll(again.departments());
        return new Member(first.account(), first.name(), List.copyOf(departments), first.active() && again.active());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
