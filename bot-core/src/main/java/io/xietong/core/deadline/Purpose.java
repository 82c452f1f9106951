package io.xietong.core.deadline;

/** What a deadline waits for. */
public enum Purpose {
    /** The receiving department's answer to a request. */
    RESPONSE,
    /** The requester's answer to a question. */
    CLARIFICATION,
    /** The delivery on the promised day. */
    PROMISE,
    /** The requester's acceptance of what was delivered. */
    ACCEPTANCE,
    /** The front line's agreement on a dispute. */
    NEGOTIATION,
    /** Both heads' agreement on a dispute. */
    HEADS,
    /** The secretary's receipt of a dispute for the committee. */
    RECEIPT,
    /** The committee's ruling. */
    RULING,
    /** Somebody's action item. */
    ACTION,
    /** The departments' signatures under a charter. */
    SIGNATURES,
    /** The lead's word that they take a project. */
    DUTY,
    /** The committee's vote on a project. */
    APPROVAL,
    /** A milestone; each has a round of its own. */
    MILESTONE,
    /** The lead's weekly report. */
    REPORT,
    /** The members' answers to the day's stand-up. */
    STANDUP,
    /** The departments' answers at a joint gate. */
    JOINT_REVIEW,
    /** The word of a department's head against what was answered for it at a joint gate. */
    OVERRULING,
    /** The beginning of a meeting. */
    MEETING,
    /** The minutes of a meeting. */
    MINUTES,
    /** Objections to the minutes, which are locked afterwards. */
    OBJECTION,
    /** The moment at which a notice is to be published. */
    PUBLICATION,
    /** The readers' receipts for a notice. */
    READING,
    /** The owner's look at a document, whether it still holds. */
    REVIEW
}
