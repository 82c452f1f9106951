package io.xietong.core.notice;

/** What a notice is for (plan duty 25). */
public enum NoticeKind {
    /** 任务通知. */
    TASK,
    /** 进度简报. */
    PROGRESS,
    /** 成功案例. */
    SUCCESS_STORY
}
