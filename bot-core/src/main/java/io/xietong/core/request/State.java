package io.xietong.core.request;

/** Where a request stands (spec.md 4.1). */
public enum State {
    /** 待响应: the receiving department owes an answer; its clock runs. */
    AWAITING_RESPONSE,
    /** 需补充: the requester owes an answer to a question; the receiver's clock is paused. */
    NEEDS_INFO,
    /** 办理中: accepted with a promised day, which is the second clock. */
    IN_PROGRESS,
    /** 待验收: delivered; the requester owes the acceptance. */
    DELIVERED,
    /** 完成: accepted and rated, or accepted by silence. */
    COMPLETED,
    /** 婉拒: declined with a reason and whom to ask instead. */
    DECLINED,
    /** 撤回: taken back by the requester. */
    WITHDRAWN,
    /** 已关闭: the requester never answered a question. */
    LAPSED;

    /** Whether somebody still owes something. */
    public boolean isOpen() {
        return this == AWAITING_RESPONSE || this == NEEDS_INFO || this == IN_PROGRESS || this == DELIVERED;
    }
}
