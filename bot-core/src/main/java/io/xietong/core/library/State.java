package io.xietong.core.library;

/** Where a document stands. */
public enum State {
    /** 有效. */
    CURRENT,
    /** 已下架. */
    WITHDRAWN
}
