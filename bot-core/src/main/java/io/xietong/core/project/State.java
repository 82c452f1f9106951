package io.xietong.core.project;

/** Where a project stands. */
public enum State {
    /** 计划中: proposed for the year's plan; the committee votes on it. */
    PROPOSED,
    /** 待完善: its charter came back, or has not gone round yet; whoever drafted it has the next word. */
    DRAFT,
    /** 待签署: the named departments sign the charter. */
    SIGNING,
    /** 待承担: signed by all; the lead has to accept the duty. */
    ACCEPTING,
    /** 待审批: the committee votes on the charter. */
    APPROVING,
    /** 进行中. */
    ACTIVE,
    /** 已结项. */
    CLOSED,
    /** 已取消. */
    CANCELLED;

    public boolean isOpen() {
        return this != CLOSED && this != CANCELLED;
    }

    /** Whether there is a charter that may still be changed as a whole. */
    public boolean isBeforeStart() {
        return isOpen() && this != ACTIVE && this != PROPOSED;
    }
}
