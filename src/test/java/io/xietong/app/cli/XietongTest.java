package io.xietong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.wiring.App;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator types, what the terminal says, and how the process ends. */
@Timeout(60)
class XietongTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private String out;
    private String err;

    @BeforeEach
    void a_configuration_of_our_own() throws IOException {
        Path demo = Path.of("..", "config");
        Files.createDirectories(folder.resolve("calendar"));
        for (String file : new String[] {"xietong.yml", "policy.yml", "organisation.yml", "calendar/company.yml"})
            Files.copy(demo.resolve(file), folder.resolve(file));
        environment.put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data"));
    }

    private int run(String... args) {
        StringWriter told = new StringWriter();
        StringWriter complained = new StringWriter();
        int code = Xietong.run(environment, new PrintWriter(told, true), new PrintWriter(complained, true), args);
        out = told.toString().strip();
        err = complained.toString().strip();
        assertThat(out + err).doesNotContain("\tat ", "java.");
        return code;
    }

    private int runWithConfig(String command, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = command;
        args[1] = "--config";
        args[2] = folder.resolve("xietong.yml").toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return run(args);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void the_version_is_told() {
        assertThat(run("version")).isEqualTo(ExitCode.OK);
        assertThat(out).startsWith("协同 Xietong ").contains("Java " + Runtime.version());
        environment.put("LANG", "en_GB.UTF-8");
        run("version");
        assertThat(out).startsWith("Xietong ");
    }

    @Test
    void help_explains_itself_and_nothing_at_all_shows_it_as_a_fault() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out).contains("serve", "check", "verify-trail", "version");
        assertThat(run("serve", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out).contains("--clock", "--port", "--config");
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("serve", "check");
    }

    @Test
    void a_command_or_option_that_does_not_exist_is_a_usage_fault() {
        assertThat(run("server")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("serve");
        assertThat(run("check", "--colour")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("--colour");
    }

    @Test
    void check_tells_what_is_there() throws IOException {
        change("organisation.yml", "name: 设计部, head: zhao.min,", "name: 设计部,");
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.OK);
        assertThat(out.lines())
                .anyMatch(line -> line.equals("提醒:设计部 没有负责人(head),超时会改送秘书;请尽快指定。"))
                .anyMatch(line -> line.equals("配置没有问题。"))
                .anyMatch(line -> line.equals("组织名单:25 人,6 个部门。"))
                .anyMatch(line -> line.matches("\\d{4} 年:.+"))
                .anyMatch(line -> line.startsWith("数据库可用:H2"));
        assertThat(err).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xietong.yml      | port: 8080          | prot: 8080           | server.prot
            xietong.yml      | port: 8080          | port: 80800          | server.port
            policy.yml       | bounces: 2          | bounces: 200         | request.bounces
            organisation.yml | chair: chen.zong    | chair: nobody        | nobody
            calendar/company.yml | monday: 09:00-12:00, 13:30-18:00 | monday: 9-12 | hours
            calendar/company.yml | departments: {}   | departments: { design: [], desing: [] } | company.yml 的 departments 不能是「desing」,可以是:market、design、
            """)
    void a_fault_in_any_file_is_named(String file, String from, String to, String named) throws IOException {
        change(file, from, to);
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains(named);
        assertThat(err.lines()).hasSize(1);
        assertThat(runWithConfig("serve")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        assertThat(run("check", "--config", folder.resolve("none.yml").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("none.yml");
        Files.delete(folder.resolve("policy.yml"));
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("policy.yml");
    }

    @Test
    void the_sandbox_never_runs_beside_real_secrets_or_beyond_this_machine() {
        environment.put("XIETONG_PLATFORMS_DINGTALK_CLIENT_SECRET", "hush9Q");
        assertThat(runWithConfig("serve", "--port", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err).isEqualTo("沙盒能以任何人的身份说话,不能与真实平台的密钥同时使用。请关掉 platforms.sandbox.enabled,或用另一份配置。");
        environment.remove("XIETONG_PLATFORMS_DINGTALK_CLIENT_SECRET");
        environment.put("XIETONG_SERVER_HOST", "0.0.0.0");
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("沙盒只能在本机地址上打开,server.host 现在是 0.0.0.0");
    }

    @Test
    void a_clock_is_for_the_sandbox_and_written_like_a_time() {
        assertThat(runWithConfig("serve", "--port", "0", "--clock", "tomorrow")).isEqualTo(ExitCode.USAGE);
        assertThat(err).isEqualTo("--clock 不能是「tomorrow」,请写成 2026-02-13T09:00:00+08:00。");
        environment.put("XIETONG_PLATFORMS_SANDBOX_ENABLED", "false");
        assertThat(runWithConfig("serve", "--port", "0", "--clock", "2026-02-13T09:00:00+08:00"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).startsWith("--clock 只用于沙盒");
    }

    @Test
    void a_port_that_is_taken_has_its_own_code() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(runWithConfig("serve", "--port", Integer.toString(other.getLocalPort())))
                    .isEqualTo(ExitCode.PORT_TAKEN);
            assertThat(err).isEqualTo("端口已被占用,请用 --port 换一个,或停掉占用它的程序。");
        }
        assertThat(runWithConfig("verify-trail"))
                .as("the database was closed again")
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void a_database_that_another_process_has_open_has_its_own_code() throws Exception {
        Path ready = folder.resolve("ready");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        environment.get("XIETONG_DATABASE_URL"),
                        ready.toString())
                .inheritIO()
                .start();
        try {
            Awaitility.await().until(() -> Files.exists(ready));
            assertThat(runWithConfig("check")).isEqualTo(ExitCode.LOCKED);
            assertThat(err).startsWith("数据库文件正被另一个进程使用,请先停掉它。");
            assertThat(runWithConfig("serve", "--port", "0")).isEqualTo(ExitCode.LOCKED);
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Keeps a database open until it is killed. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
                Files.writeString(Path.of(args[1]), connection.getSchema());
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void a_damaged_database_has_its_own_code() throws IOException {
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.OK);
        Path file = folder.resolve("data.mv.db");
        byte[] sound = Files.readAllBytes(file);

        Files.write(file, "this is no database at all".repeat(500).getBytes(StandardCharsets.UTF_8));
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.DAMAGED);
        assertThat(err).startsWith("数据库文件已损坏,不能打开。请先备份现有文件,再用最近的备份恢复。");

        Files.write(file, Arrays.copyOf(sound, 4096 + 100));
        assertThat(runWithConfig("serve", "--port", "0")).isEqualTo(ExitCode.DAMAGED);

        Files.write(file, sound);
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.OK);
    }

    @Test
    void an_address_that_would_lose_commits_or_open_a_door_is_refused() {
        for (String setting : new String[] {";WRITE_DELAY=500", ";INIT=RUNSCRIPT FROM 'x'", ";TRACE_LEVEL_FILE=3"}) {
            environment.put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data") + setting);
            assertThat(runWithConfig("check")).as(setting).isEqualTo(ExitCode.USAGE);
            assertThat(err).startsWith("数据库地址不被允许");
        }
        environment.put("XIETONG_DATABASE_URL", "jdbc:mariadb://127.0.0.1:1/none?connectTimeout=300");
        assertThat(runWithConfig("check")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err).startsWith("连不上数据库,请检查地址、用户和密码。");
    }

    @Test
    void verify_trail_tells_a_sound_history_from_one_that_was_tampered_with() throws Exception {
        demoHistory();
        assertThat(runWithConfig("verify-trail")).isEqualTo(ExitCode.OK);
        assertThat(out).matches("轨迹完整:共 \\d\\d 条。");

        tamper("UPDATE trail_entry SET detail = REPLACE(detail, 'design', 'finance') WHERE item = 'XQ-1' AND seq = 1");
        assertTampered("XQ-1 的轨迹从第 1 条起与当初写下的不一致。");
        tamper("UPDATE trail_entry SET person = 'zhou.jie' WHERE item = 'XQ-2' AND seq = 2");
        assertTampered("XQ-2 的轨迹从第 2 条起与当初写下的不一致。");
        tamper("DELETE FROM trail_entry WHERE item = 'XQ-3' AND seq = 4");
        assertTampered("XQ-3 的轨迹从第 4 条起与当初写下的不一致。");
        tamper("DELETE FROM request WHERE serial = 4");
        assertTampered("XQ-4 的轨迹从第 1 条起与当初写下的不一致。");
        assertThat(out.lines()).hasSize(4);
    }

    @Test
    void export_writes_all_items_into_a_file() throws Exception {
        demoHistory();
        Path file = folder.resolve("all.csv");
        assertThat(runWithConfig("export", "--format", "CSV", "--output", file.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(out).matches("已把 \\d\\d 件写进 .*all\\.csv。");
        assertThat(Files.readString(file)).startsWith("\uFEFF编号,类别").contains("XQ-1,需求单");
    }

    private void assertTampered(String sentence) {
        assertThat(runWithConfig("verify-trail")).isEqualTo(ExitCode.DAMAGED);
        assertThat(out.lines()).contains(sentence);
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                environment.get("XIETONG_DATABASE_URL") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE", "sa", "")) {
            assertThat(connection.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }

    /** The sandbox writes its history at its first start. */
    private void demoHistory() {
        App.start(
                        Settings.read(
                                folder.resolve("xietong.yml"),
                                Map.of(
                                        "XIETONG_DATABASE_URL",
                                        environment.get("XIETONG_DATABASE_URL"),
                                        "XIETONG_SERVER_PORT",
                                        "0")),
                        Optional.empty())
                .close();
    }
}
