package io.xietong.core.vote;

import io.xietong.core.item.Actor;
import java.time.Instant;

/**
 * One vote that was cast; casting again replaces it.
 *
 * @param voter  id of the seat that votes: a person for the committee, a department for a joint gate
 * @param choice what for; {@link Ballot#ABSTAIN} counts for the quorum and for no side
 * @param actor  who cast it, and in whose name
 * @param reason may be empty
 */
public record Vote(String voter, String choice, Actor actor, String reason, Instant at) {}
