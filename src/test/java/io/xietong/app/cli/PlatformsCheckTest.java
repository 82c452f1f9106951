package io.xietong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.wiring.Emulation;
import io.xietong.emulator.feishu.FeishuEmulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code check} and {@code sync} ask the platforms that are switched on. */
class PlatformsCheckTest {

    private static final Path CONFIG = Path.of("..", "config");

    private final Emulation emulation = Emulation.start(
            Emulation.NAMES,
            OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation());
    private final Map<String, String> environment = new HashMap<>(emulation.environment());
    private final StringWriter out = new StringWriter();

    @AfterEach
    void close() {
        emulation.close();
    }

    @Test
    void all_is_well_when_every_platform_is_set_up() {
        assertThat(run("check")).as(out.toString()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("平台 feishu:一切正常。", "平台 wecom:一切正常。", "平台 dingtalk:一切正常。");
    }

    /** faults.md row 23 */
    @Test
    void a_former_secret_that_is_still_accepted_is_told_of_and_no_fault() {
        environment.put("XIETONG_PLATFORMS_FEISHU_FORMER_ENCRYPT_KEY", "used-before");
        assertThat(run("check")).as(out.toString()).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("提醒:platforms.feishu.former-encrypt-key 里的旧密钥仍被接受。")
                .doesNotContain("used-before");
    }

    @Test
    void a_missing_permission_is_told_with_the_next_step_and_needs_attention() {
        ((FeishuEmulator) emulation.emulators().get("feishu")).revokeScope("im:message:send_as_bot");
        environment.put("XIETONG_PLATFORMS_DINGTALK_CLIENT_SECRET", "wrong");

        assertThat(run("check")).isEqualTo(ExitCode.NEEDS_ATTENTION);
        assertThat(out.toString())
                .contains("平台 feishu:有 1 处需要处理。", "im:message:send_as_bot", "平台 dingtalk:有 1 处需要处理。")
                .doesNotContain("wrong");
    }

    @Test
    void what_the_policy_does_not_use_needs_no_permission() {
        ((FeishuEmulator) emulation.emulators().get("feishu")).revokeScope("im:message.urgent");
        assertThat(run("check")).as(out.toString()).isEqualTo(ExitCode.OK);
    }

    @Test
    void the_emulated_address_books_are_the_organisation_itself() {
        for (String platform : Emulation.NAMES) {
            assertThat(run("sync", "--platform", platform)).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("组织名单与 " + platform + " 一致。");
        }
        environment.put("XIETONG_PLATFORMS_WECOM_ENABLED", "false");
        assertThat(run("sync", "--platform", "wecom")).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("平台 wecom 没有启用");
    }

    private int run(String... command) {
        String[] arguments = new String[command.length + 2];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "--config";
        arguments[command.length + 1] = CONFIG.resolve("xietong.yml").toString();
        PrintWriter writer = new PrintWriter(out, true);
        return Xietong.run(environment, writer, writer, arguments);
    }
}
