package io.xietong.core.meeting;

/** Where a meeting stands. */
public enum State {
    /** 已召集. */
    CALLED,
    /** 已开会,待纪要: its beginning has come. */
    HELD,
    /** 纪要待分发. */
    DRAFTED,
    /** 纪要已分发, objections are heard. */
    DISTRIBUTED,
    /** 纪要有异议, to be revised. */
    OBJECTED,
    /** 纪要已锁定. */
    LOCKED,
    /** 已取消. */
    CANCELLED;

    public boolean isOpen() {
        return this != LOCKED && this != CANCELLED;
    }
}
