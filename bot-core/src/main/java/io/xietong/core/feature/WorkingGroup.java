package io.xietong.core.feature;

import io.xietong.core.text.Message;
import java.util.Optional;
import java.util.Set;

/**
 * The chat group that an item wants, on platforms where the bot can make one (plan duty 26).
 *
 * @param owner   person id; one of the members
 * @param members person ids
 * @param ended   what the group is called once the item has ended: it stays as it was, and none is made any more
 */
public record WorkingGroup(String name, String owner, Set<String> members, Optional<Message> ended) {

    public WorkingGroup {
        members = Set.copyOf(members);
    }
}
