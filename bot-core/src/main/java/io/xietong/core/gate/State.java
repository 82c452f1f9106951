package io.xietong.core.gate;

/** Where a gate stands (spec.md 4.4). */
public enum State {
    /** 评审中: departments answer. */
    REVIEWING,
    /** 待条件完成: every department has passed it, but a condition of an earlier gate is still open. */
    HELD,
    /** 未通过: a department is against it; another round may be called. */
    FAILED,
    /** 已通过. */
    PASSED,
    /** 已放行: opened by the committee's chair for a public reason. */
    OVERRIDDEN,
    /** 已撤回: called by mistake, or its project has ended. */
    WITHDRAWN;

    /** Whether the next stage is still locked by it and something can be done about that. */
    public boolean isOpen() {
        return this == REVIEWING || this == HELD || this == FAILED;
    }

    /** Whether the next stage may begin. */
    public boolean opensNextStage() {
        return this == PASSED || this == OVERRIDDEN;
    }
}
