package io.xietong.app.cli;

import io.xietong.app.config.Settings;
import io.xietong.app.desk.WholeExport;
import io.xietong.app.export.Format;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.CompanyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes all items into a file, for whoever may read the database anyway (design.md section 4). */
@Command(name = "export", description = "write all items into a spreadsheet · 导出全部事项")
final class ExportCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Voice voice;

    @Mixin
    private ConfigOption config;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "XLSX", description = "XLSX or CSV · 文件格式")
    private Format format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "the file to write; xietong.xlsx or xietong.csv unless given · 写到哪个文件")
    private Path output;

    ExportCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(environment);
        CompanyFiles company = CompanyFiles.read(settings);
        Path file = output == null ? Path.of("xietong" + format.ending()) : output;
        try (Database database = App.database(settings)) {
            WholeExport.Result result = WholeExport.of(database, company.get(), format);
            Files.write(file, result.content());
            voice.tell("cli.export.written", result.items(), file);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
