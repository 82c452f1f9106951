package io.xietong.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code xietong serve | check | sync | verify-trail | export | backup | restore | move | door | version}. */
@Command(
        name = "xietong",
        description = "Runs a company's plan for cross-department collaboration in chat. 部门间协同机器人",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = false)
public final class Xietong {

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "show this help · 显示帮助")
    private boolean help;

    private Xietong() {}

    /** Runs one command with this process's environment and returns its exit code; {@code serve} returns only on a fault. */
    public static int run(String... args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        return run(System.getenv(), out, err, args);
    }

    /** The same with everything around it given. */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        Voice voice = new Voice(Voice.words(environment), out, err);
        CommandLine line = new CommandLine(new Xietong())
                .addSubcommand(new ServeCommand(environment, voice))
                .addSubcommand(new CheckCommand(environment, voice))
                .addSubcommand(new SyncCommand(environment, voice))
                .addSubcommand(new VerifyTrailCommand(environment, voice))
                .addSubcommand(new ExportCommand(environment, voice))
                .addSubcommand(new BackupCommand(environment, voice))
                .addSubcommand(new RestoreCommand(environment, voice))
                .addSubcommand(new MoveCommand(environment, voice))
                .addSubcommand(new DoorCommand(voice))
                .addSubcommand(new VersionCommand(voice))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((fault, parsed, result) -> Faults.explain(fault, voice));
        if (args.length == 0) {
            line.usage(err);
            return ExitCode.USAGE;
        }
        int code = line.execute(args);
        return code == CommandLine.ExitCode.USAGE ? ExitCode.USAGE : code;
    }
}
