package io.xietong.app;

import io.xietong.app.cli.Xietong;

/** The program. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Xietong.run(args));
    }
}
