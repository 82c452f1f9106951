package io.xietong.core.meeting;

/** Facts that put themselves on the agenda of a series. */
public enum AgendaSource {
    /** Disputes that wait for the committee. */
    DISPUTES,
    /** Requests whose time is up. */
    OVERDUE_REQUESTS,
    /** Milestones of projects whose day is over; of a project's own meeting, of that project. */
    MILESTONES,
    /** What was said to be in the way at the project's last stand-up. */
    BLOCKERS,
    /** Action items of earlier meetings of the series that are not done. */
    OPEN_ACTIONS
}
