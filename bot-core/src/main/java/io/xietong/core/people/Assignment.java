package io.xietong.core.people;

import java.util.Optional;

/**
 * Who was found to answer for a department.
 *
 * @param person   who is asked
 * @param inNameOf the seat's holder, when somebody else decides for them
 * @param seat     the seat that was filled
 */
public record Assignment(String person, Optional<String> inNameOf, Seat seat) {}
