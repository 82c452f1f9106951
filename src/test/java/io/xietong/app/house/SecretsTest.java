package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.emulator.dingtalk.DingtalkApp;
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.emulator.wecom.WecomCorp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scripts/test looks for in the logs is what the tests' secrets look like. */
class SecretsTest {

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new TreeMap<>();
        Tree.text(Tree.path("src/test/resources/secrets.tsv"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .forEach(columns -> patterns.put(columns[0], Pattern.compile(columns[1])));
        return patterns;
    }

    private static boolean found(String logged) {
        return patterns().values().stream()
                .anyMatch(pattern -> pattern.matcher(logged).find());
    }

    @Test
    void every_secret_of_the_emulated_platforms_would_be_found() {
        FeishuApp feishu = FeishuApp.demo("cli_x");
        WecomCorp wecom = WecomCorp.demo();
        DingtalkApp dingtalk = DingtalkApp.demo();
        Stream.of(
                        feishu.secret(),
                        feishu.verificationToken(),
                        feishu.encryptKey(),
                        wecom.appSecret(),
                        wecom.appToken(),
                        wecom.appKey(),
                        wecom.botSecret(),
                        wecom.botToken(),
                        wecom.botKey(),
                        dingtalk.clientSecret(),
                        dingtalk.eventToken(),
                        dingtalk.eventKey(),
                        "t-emulated-3",
                        "emulated-1")
                .forEach(secret -> assertThat(found("{\"message\":\"taken: " + secret + "\"}"))
                        .as(secret)
                        .isTrue());
    }

    @Test
    void every_link_and_token_that_opens_something_would_be_found() {
        int seen = 0;
        for (int i = 0; i < 500; i++) {
            String token = OneTimeToken.make();
            if (found("a link " + token + " was used")) seen++;
            for (String door : List.of("form", "file", "console/enter", "calendar"))
                assertThat(found("GET https://xietong.example/" + door + "/" + token))
                        .isTrue();
        }
        assertThat(seen).as("bare tokens of 500 that are told from other words").isGreaterThan(480);
        assertThat(found("wss://gateway/connect?ticket=c0ffee")).isTrue();
        assertThat(found("https://oapi/robot/sendBySession?session=c0ffee")).isTrue();
        assertThat(found("Set-Cookie: xietong-console=c0ffee")).isTrue();
        assertThat(found("user sa, password=hunter2")).isTrue();
    }

    @Test
    void what_is_masked_or_no_secret_is_not() {
        assertThat(found("wss://gateway/connect?ticket=*** password=***")).isFalse();
        assertThat(found("form-…, XQ-132, 9e1b1f3c-3b7e-4a52-8a0a-3f6f0a2b1c9d, io.xietong.app.platform.OneTimeToken"))
                .isFalse();
    }
}
