package io.xietong.core.gate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a department asks for when it passes a gate; becomes an action item when the gate opens.
 *
 * @param owner      person id; empty when nobody was named
 * @param department id of the department whose task it is, when one was named instead of a person
 * @param due        empty when no day was named; then policy gives one
 */
public record Condition(String what, Optional<String> owner, Optional<String> department, Optional<LocalDate> due) {}
