package io.xietong.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells which version this is and on which Java it runs. */
@Command(name = "version", description = "print the version · 版本")
final class VersionCommand implements Callable<Integer> {

    private final Voice voice;

    VersionCommand(Voice voice) {
        this.voice = voice;
    }

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        voice.tell(
                "cli.version",
                version == null ? "-" : version,
                Runtime.version().toString());
        return ExitCode.OK;
    }
}
