package io.xietong.core.gate;

import io.xietong.core.item.ItemNumber;
import java.util.List;

/**
 * 关键节点: the point of a project at which a gate stands, as it was when the gate was called.
 *
 * @param ordinal     the milestone's place in the project, from 1
 * @param stage       the milestone's name
 * @param lead        牵头人, person id
 * @param leading     id of the department that leads it
 * @param departments ids of those that must answer, in their order
 */
public record Checkpoint(
        ItemNumber project, int ordinal, String stage, String lead, String leading, List<String> departments) {

    public Checkpoint {
        departments = List.copyOf(departments);
    }

    Checkpoint ledBy(String person) {
        return new Checkpoint(project, ordinal, stage, person, leading, departments);
    }

    Checkpoint without(String department) {
        List<String> left =
                departments.stream().filter(other -> !other.equals(department)).toList();
        return new Checkpoint(project, ordinal, stage, lead, leading, left);
    }
}
