package io.xietong.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code xietong.yml} and the environment; every fault is a sentence that says what to do. */
class SettingsTest {

    @TempDir
    private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("xietong.yml"), yaml);
    }

    private List<String> problems(String yaml, Map<String, String> environment) throws IOException {
        Path file = file(yaml);
        ConfigFault fault = catchThrowableOfType(ConfigFault.class, () -> Settings.read(file, environment));
        Words words = Words.in(Language.CHINESE, ZoneOffset.UTC);
        assertThat(fault).as("a fault in %s", yaml).isNotNull();
        return fault.problems().stream()
                .map(words::say)
                .map(sentence -> sentence.replace(file.toString(), "FILE"))
                .toList();
    }

    @Test
    void an_empty_file_means_the_defaults() throws IOException {
        Settings settings = Settings.read(file(""), Map.of());
        assertThat(settings.server().port()).isEqualTo(8080);
        assertThat(settings.server().host()).isEqualTo("127.0.0.1");
        assertThat(settings.platforms().sandbox().enabled()).isFalse();
        assertThat(settings.folder()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void people_reach_it_where_it_listens_unless_told_otherwise() throws IOException {
        Map<String, String> port = Map.of("XIETONG_SERVER_PORT", "9000");
        assertThat(Settings.read(file(""), port).server().publicUrl()).isEqualTo("http://127.0.0.1:9000");
        Path told = file("server: { public-url: 'https://xietong.example' }");
        assertThat(Settings.read(told, port).server().publicUrl()).isEqualTo("https://xietong.example");
    }

    @Test
    void the_demo_configuration_is_sound() {
        Settings settings = Settings.read(Path.of("..", "config", "xietong.yml"), Map.of());
        assertThat(settings.platforms().sandbox().enabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serverr: { port: 1 }                       | FILE 里没有 serverr 这个键,是不是想写 server?
            server: { prot: 1 }                        | FILE 里没有 server.prot 这个键,是不是想写 server.port?
            platforms: { feishu: { app-secert: x } }   | FILE 里没有 platforms.feishu.app-secert 这个键,是不是想写 platforms.feishu.app-secret?
            server: { port: 70000 }                    | FILE 的 server.port 不能是「70000」,可以是:0-65535。
            server: { port: -1 }                       | FILE 的 server.port 不能是「-1」
            server: { port: http }                     | FILE 的 server.port 不能是「http」
            database: { pool: 0 }                      | FILE 的 database.pool 不能是「0」,可以是:2-200。
            platforms: { feishu: { mode: push } }      | FILE 的 platforms.feishu.mode 不能是「push」,可以是:webhook, stream。
            platforms: { sandbox: { enabled: maybe } } | FILE 的 platforms.sandbox.enabled 不能是「maybe」,可以是:true, false。
            server: 8080                               | FILE 的「server」应是一个小节(下面还有键),不是一个值。
            server: { port: { a: 1 } }                 | FILE 的 server.port 应是一个值,不是小节。
            platforms: { feishu: { former-encrypt-key: x } } | FILE 的 platforms.feishu.former-encrypt-key 是换下来的旧密钥,只能和 platforms.feishu.encrypt-key 里的新密钥一起设置。
            platforms: { wecom: { app: { former-token: x, token: y, aes-key: z } } } | FILE 的 platforms.wecom.app.former-token 和 platforms.wecom.app.aes-key 是一起更换的,请把 platforms.wecom.app.former-aes-key 也填上
            platforms: { dingtalk: { former-event-aes-key: x, event-aes-key: y } } | FILE 的 platforms.dingtalk.former-event-aes-key 不是密钥,应为 43 位字母或数字。
            platforms: { dingtalk: { former-event-aes-key: x, event-aes-key: y } } | FILE 的 platforms.dingtalk.former-event-aes-key 和 platforms.dingtalk.event-token 是一起更换的
            platforms: { dingtalk: { former-client-secret: x } } | FILE 的 platforms.dingtalk.former-client-secret 是换下来的旧密钥
            '[a, b]'                                   | FILE 应由「键: 值」组成,现在不是。
            """)
    void a_wrong_key_or_value_is_named(String yaml, String sentence) throws IOException {
        assertThat(problems(yaml.replaceAll("^'|'$", ""), Map.of()))
                .anySatisfy(problem -> assertThat(problem).startsWith(sentence.strip()));
    }

    /** faults.md row 23 */
    @Test
    void former_secrets_are_taken_beside_the_present_ones_and_told_of_while_their_platform_is_on() throws IOException {
        String key = "k".repeat(43);
        Map<String, String> set = Map.of(
                "XIETONG_PLATFORMS_WECOM_APP_TOKEN", "t2",
                "XIETONG_PLATFORMS_WECOM_APP_AES_KEY", "k2",
                "XIETONG_PLATFORMS_WECOM_APP_FORMER_TOKEN", "t1",
                "XIETONG_PLATFORMS_WECOM_APP_FORMER_AES_KEY", key,
                "XIETONG_PLATFORMS_DINGTALK_CLIENT_SECRET", "s2",
                "XIETONG_PLATFORMS_DINGTALK_FORMER_CLIENT_SECRET", "s1");
        Settings settings = Settings.read(file("platforms: { wecom: { enabled: true } }"), set);
        assertThat(settings.platforms().wecom().app().formerAesKey().reveal()).isEqualTo(key);
        assertThat(settings.platforms().dingtalk().formerClientSecret().reveal())
                .isEqualTo("s1");
        assertThat(settings.attention())
                .containsExactly(
                        Message.of("config.former-accepted", "platforms.wecom.app.former-token"),
                        Message.of("config.former-accepted", "platforms.wecom.app.former-aes-key"));
        assertThat(Settings.read(file(""), Map.of()).attention()).isEmpty();
    }

    @Test
    void a_former_secret_that_is_wrong_is_not_shown() throws IOException {
        assertThat(problems(
                        "platforms: { wecom: { app: { former-aes-key: hidden, former-token: hidden } } }", Map.of()))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain("hidden"));
    }

    @Test
    void all_problems_are_told_at_once() throws IOException {
        assertThat(problems("server: { prot: 1, port: x }\nfoo: 1", Map.of("XIETONG_SERVER_PROT", "2")))
                .hasSize(4);
    }

    @Test
    void broken_yaml_is_told_with_its_line_and_a_key_written_twice_is_no_accident_to_live_with() throws IOException {
        assertThat(problems("server:\n  port: [1\nfoo: }", Map.of()))
                .singleElement()
                .asString()
                .matches("FILE 第 [234] 行不是正确的 YAML:.*");
        assertThat(problems("server: { port: 1 }\nserver: { port: 2 }", Map.of()))
                .singleElement()
                .asString()
                .startsWith("FILE 第 2 行不是正确的 YAML:Duplicate");
    }

    @Test
    void a_missing_file_is_named() {
        Path missing = folder.resolve("none.yml");
        assertThatThrownBy(() -> Settings.read(missing, Map.of()))
                .isInstanceOfSatisfying(
                        ConfigFault.class,
                        fault -> assertThat(fault.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.key()).isEqualTo("config.no-file")));
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from-a-file\n");
        Settings settings = Settings.read(
                file("server: { port: 1 }"),
                Map.of(
                        "XIETONG_SERVER_PORT", "9090",
                        "XIETONG_PLATFORMS_SANDBOX_ENABLED", "true",
                        "XIETONG_PLATFORMS_FEISHU_APP_SECRET_FILE", secret.toString(),
                        "XIETONG_PLATFORMS_WECOM_APP_AES_KEY", "k",
                        "XIETONG_LOG_FORMAT", "text",
                        "PATH", "/bin"));
        assertThat(settings.server().port()).isEqualTo(9090);
        assertThat(settings.platforms().sandbox().enabled()).isTrue();
        assertThat(settings.platforms().feishu().appSecret().reveal()).isEqualTo("from-a-file");
        assertThat(settings.platforms().wecom().app().aesKey().reveal()).isEqualTo("k");
        assertThat(settings.holdsPlatformSecrets()).isTrue();
        assertThat(settings.toString()).doesNotContain("from-a-file");
    }

    @Test
    void a_variable_that_means_nothing_or_a_secret_that_cannot_be_read_is_named() throws IOException {
        assertThat(problems("", Map.of("XIETONG_SERVER_PROT", "1")))
                .containsExactly("没有环境变量 XIETONG_SERVER_PROT,是不是想写 XIETONG_SERVER_PORT?");
        assertThat(problems("", Map.of("XIETONG_PLATFORMS_FEISHU_APP_SECRET_FILE", "/no/such/file")))
                .containsExactly("环境变量 XIETONG_PLATFORMS_FEISHU_APP_SECRET_FILE 指向的文件 /no/such/file 读不到。");
        assertThat(problems(
                        "",
                        Map.of(
                                "XIETONG_PLATFORMS_FEISHU_APP_SECRET_FILE", "/no/such/file",
                                "XIETONG_PLATFORMS_FEISHU_APP_SECRET", "x")))
                .contains("环境变量 XIETONG_PLATFORMS_FEISHU_APP_SECRET 和 XIETONG_PLATFORMS_FEISHU_APP_SECRET_FILE 只能设一个。");
    }
}
