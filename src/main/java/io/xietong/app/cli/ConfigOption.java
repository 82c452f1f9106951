package io.xietong.app.cli;

import io.xietong.app.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the configuration lies; the same for every command. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "configuration file (default: ${DEFAULT-VALUE}) · 配置文件",
            defaultValue = "config/xietong.yml")
    private Path file;

    @Option(names = "--port", paramLabel = "N", description = "listen on this port instead of the configured one · 端口")
    private String port;

    Settings read(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>(environment);
        if (port != null) values.put("XIETONG_SERVER_PORT", port);
        return Settings.read(file, values);
    }
}
