package io.xietong.core.meeting;

/** Facts that put themselves on the agenda of a series. */
public enum AgendaSource {
    /** Disputes that wait for the committee. */
    DISPUTES,
    /** Requests whose time is up. */
    OVERDUE_REQUESTS,
    /** Action items of earlier meetings of the series that are not done. */
    OPEN_ACTIONS
}
