package io.xietong.core.dispute;

/** Where a dispute stands (spec.md 4.2). */
public enum State {
    /** 一线协商. */
    FRONT_LINE,
    /** 负责人协商. */
    WITH_HEADS,
    /** 待受案: escalated to the committee, not yet received by the secretary. */
    AWAITING_RECEIPT,
    /** 委员会审议: the count of working days runs. */
    BEFORE_COMMITTEE,
    /** 已和解: both sides agreed on terms. */
    SETTLED,
    /** 已裁决. */
    RULED,
    /** 撤回: taken back by the side that raised it. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == FRONT_LINE || this == WITH_HEADS || this == AWAITING_RECEIPT || this == BEFORE_COMMITTEE;
    }

    /** Whether the two sides can still settle it between them. */
    boolean isNegotiable() {
        return this == FRONT_LINE || this == WITH_HEADS || this == AWAITING_RECEIPT;
    }
}
