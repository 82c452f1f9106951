package io.xietong.core.action;

/** Where an action item stands. */
public enum State {
    /** 待完成. */
    OPEN,
    /** 暂停: the ruling that ordered it is under review; its clock stands still. */
    SUSPENDED,
    /** 已完成. */
    DONE,
    /** 已取消. */
    CANCELLED;

    public boolean isOpen() {
        return this == OPEN || this == SUSPENDED;
    }
}
