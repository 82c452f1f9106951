package io.xietong.core.meeting;

/** What somebody says to an invitation. */
public enum Reply {
    /** Nothing yet. */
    NONE,
    /** 参加. */
    ATTENDING,
    /** 请假. */
    DECLINED,
    /** 委托: another one comes in their place. */
    STAND_IN
}
