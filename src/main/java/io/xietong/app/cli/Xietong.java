package io.xietong.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        CommandLine line = new CommandLine(new Xietong());
        commands(environment, voice, args).forEach(line::addSubcommand);
        line.setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((fault, parsed, result) -> Faults.explain(fault, voice));
        if (args.length == 0) {
            line.usage(err);
            return ExitCode.USAGE;
        }
        int code = line.execute(args);
        return code == CommandLine.ExitCode.USAGE ? ExitCode.USAGE : code;
    }

    /** The one that is asked for, because each takes its time to be understood; all when it is none of them. */
    private static List<Object> commands(Map<String, String> environment, Voice voice, String... args) {
        List<Object> all = List.of(
                new ServeCommand(environment, voice),
                new CheckCommand(environment, voice),
                new SyncCommand(environment, voice),
                new VerifyTrailCommand(environment, voice),
                new ExportCommand(environment, voice),
                new BackupCommand(environment, voice),
                new RestoreCommand(environment, voice),
                new MoveCommand(environment, voice),
                new DoorCommand(voice),
                new VersionCommand(voice));
        List<Object> asked = all.stream()
                .filter(command -> args.length > 0
                        && command.getClass()
                                .getAnnotation(Command.class)
                                .name()
                                .equals(args[0]))
                .toList();
        return asked.isEmpty() ? all : asked;
    }
}
