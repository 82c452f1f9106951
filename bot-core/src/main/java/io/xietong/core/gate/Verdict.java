package io.xietong.core.gate;

/** What a department says at a gate. */
public enum Verdict {
    /** 通过. */
    PASS,
    /** 有条件通过: its conditions become action items that lock the next gate. */
    CONDITIONAL,
    /** 不通过. */
    FAIL,
    /** 弃权: it has nothing to say about this stage; counts as answered, for no side. */
    ABSTAIN
}
