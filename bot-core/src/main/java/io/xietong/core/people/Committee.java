package io.xietong.core.people;

import java.util.List;

/** 跨部门协调委员会: the chair is the CEO or general manager, members are department heads (plan duty 7). Values are person ids. */
public record Committee(String chair, String viceChair, List<String> members) {

    public Committee {
        members = List.copyOf(members);
    }
}
