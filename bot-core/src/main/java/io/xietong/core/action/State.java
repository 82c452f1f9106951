package io.xietong.core.action;

/** Where an action item stands. */
public enum State {
    /** 待完成. */
    OPEN,
    /** 已完成. */
    DONE,
    /** 已取消. */
    CANCELLED
}
