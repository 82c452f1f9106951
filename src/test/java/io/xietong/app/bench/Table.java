package io.xietong.app.bench;

import java.io.PrintStream;

/** The one table of the report, printed line by line as the figures come. */
final class Table {

    private final PrintStream out;
    private boolean headed;

    Table(PrintStream out) {
        this.out = out;
    }

    void row(String what, String ours, String against, String ratio, String target) {
        if (!headed) {
            out.println("| measured | Xietong | against | ratio | target |");
            out.println("|---|---|---|---|---|");
            headed = true;
        }
        out.println("| " + String.join(" | ", what, ours, against, ratio, target) + " |");
        out.flush();
    }
}
