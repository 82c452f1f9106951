package io.xietong.app.cli;

/** How the process ends, so that a supervisor can tell what is worth a restart. The README has the same table. */
final class ExitCode {

    static final int OK = 0;
    /** Something unexpected; the log has the details. */
    static final int FAULT = 1;
    /** Everything can be used, but a platform is not set up as it must be; what to do was said. */
    static final int NEEDS_ATTENTION = 3;
    /** The command line or the configuration cannot be used. */
    static final int USAGE = 64;
    /** The database is damaged, or a trail is not as it was written. */
    static final int DAMAGED = 65;
    /** The database cannot be reached, or is of another version. */
    static final int UNAVAILABLE = 69;
    /** The port is taken. */
    static final int PORT_TAKEN = 73;
    /** Another process has the database open (faults.md row 16). */
    static final int LOCKED = 78;

    private ExitCode() {}
}
