package io.xietong.core.project;

/**
 * 任务书: what the departments sign, besides the milestones.
 *
 * @param title    a few words, for lists and the chat group's name
 * @param goal     what is to be reached
 * @param scope    what belongs to it; may be empty
 * @param strategy the goal of the year it serves; may be empty
 */
public record Charter(String title, String goal, String scope, String strategy, ProjectKind kind) {

    /** Characters that fit into a title. */
    public static final int LONGEST_TITLE = 30;

    Charter titled(String other) {
        return new Charter(other, goal, scope, strategy, kind);
    }
}
