package io.xietong.core.dispute;

/** What a dispute is about; policy says by which rule the committee decides each kind. */
public enum DisputeKind {
    /** 职责: whose task it is. */
    RESPONSIBILITY,
    /** 进度: by when. */
    SCHEDULE,
    /** 资源: people, money, material. */
    RESOURCES,
    /** 其他. */
    OTHER
}
