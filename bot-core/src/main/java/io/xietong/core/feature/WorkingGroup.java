package io.xietong.core.feature;

import java.util.Set;

/**
 * The chat group that an item wants, on platforms where the bot can make one (plan duty 26).
 *
 * @param owner   person id; one of the members
 * @param members person ids
 */
public record WorkingGroup(String name, String owner, Set<String> members) {

    public WorkingGroup {
        members = Set.copyOf(members);
    }
}
