package io.xietong.core.library;

/** Where a document stands (plan duty 24). */
public enum Shelf {
    /** 项目资料. */
    PROJECT,
    /** 共享数据. */
    SHARED_DATA,
    /** 制度. */
    POLICY
}
