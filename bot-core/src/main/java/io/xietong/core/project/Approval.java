package io.xietong.core.project;

import io.xietong.core.vote.Ballot;
import java.time.Instant;

/**
 * What the committee votes on.
 *
 * @param reason    why it is asked; empty for a charter, which speaks for itself
 * @param presiding person id: the chair, or who stands in when the chair leads the project
 * @param ballot    its choices are {@link #FOR} and {@link #AGAINST}
 */
public record Approval(Question question, String reason, String presiding, Ballot ballot, Instant openedAt) {

    public static final String FOR = "for";
    public static final String AGAINST = "against";

    /** What is asked. */
    public enum Question {
        /** Shall it be in the year's plan? */
        PLAN,
        /** May the project begin? */
        CHARTER,
        /** 重定基线: shall the present dates be the ones it is measured by? */
        BASELINE
    }

    Approval with(Ballot next) {
        return new Approval(question, reason, presiding, next, openedAt);
    }
}
