package io.xietong.core.project;

/** What kind of project it is; policy says which of them need the committee. */
public enum ProjectKind {
    /** 重大协同. */
    MAJOR,
    /** 产品与市场. */
    PRODUCT,
    /** 流程与制度. */
    PROCESS,
    /** 其他. */
    OTHER
}
