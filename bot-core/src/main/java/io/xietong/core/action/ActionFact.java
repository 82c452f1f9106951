package io.xietong.core.action;

import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What happened to an action item. Each fact is one entry of its trail. */
public sealed interface ActionFact extends Fact {

    record Assigned(String owner, String what, LocalDate due, Optional<ItemNumber> source) implements ActionFact {}

    record Finished(String evidence) implements ActionFact {}

    record HandedOver(String from, String to, String reason) implements ActionFact {}

    record PutOff(LocalDate from, LocalDate to, String reason) implements ActionFact {}

    record ActionCancelled() implements ActionFact {}

    /** @param review the dispute whose ruling is under review */
    record ActionSuspended(ItemNumber review) implements ActionFact {}

    /** The review has changed nothing. */
    record ActionResumed(LocalDate due) implements ActionFact {}
}
