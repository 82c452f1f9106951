package io.xietong.core.request;

/** Whose verb a command is. */
enum Side {
    ANSWERING,
    ASKING,
    PARTIES;

    static Side of(RequestCommand.About command, Request request) {
        if (command instanceof RequestCommand.Escalate) return PARTIES;
        if (command instanceof RequestCommand.Transfer && request.state() == State.DECLINED) return ASKING;
        if (command instanceof RequestCommand.Supply
                || command instanceof RequestCommand.Verify
                || command instanceof RequestCommand.Reopen
                || command instanceof RequestCommand.Withdraw
                || command instanceof RequestCommand.Nudge) return ASKING;
        return ANSWERING;
    }
}
