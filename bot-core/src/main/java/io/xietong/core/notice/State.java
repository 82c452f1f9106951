package io.xietong.core.notice;

/** Where a notice stands. */
public enum State {
    /** 待发布, until its time comes. */
    SCHEDULED(true),
    /** 待确认: published, and somebody who has to has not confirmed it yet. */
    AWAITING_RECEIPTS(true),
    /** 已发布, and nothing is owed. */
    PUBLISHED(false),
    /** 已撤回. */
    WITHDRAWN(false);

    private final boolean open;

    State(boolean open) {
        this.open = open;
    }

    public boolean isOpen() {
        return open;
    }
}
