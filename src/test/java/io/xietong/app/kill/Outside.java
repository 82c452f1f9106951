package io.xietong.app.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.wiring.AtAnyHour;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches;
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.emulator.feishu.FeishuEmulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fake Feishu that outlives the nodes, pushes to one of them, and remembers all that people see. */
final class Outside implements AutoCloseable {

    private static final FeishuApp APP = FeishuApp.demo("cli_0123456789abcdef");
    private static final String SENDING = "/open-apis/im/v1/messages";

    private final FeishuEmulator feishu = new FeishuEmulator(
            APP,
            OrganisationFile.read(Path.of("..", "config", "organisation.yml")).organisation(),
            Clock.systemUTC());

    Outside() {
        feishu.start(0);
    }

    /** A node that works with this platform instead of the sandbox. */
    Node.Start joined(Node.Start node) {
        return node.with("PLATFORMS_SANDBOX_ENABLED", "false")
                .with(Map.of(
                        "XIETONG_POLICY", AtAnyHour.policy().toString(),
                        "XIETONG_PLATFORMS_FEISHU_ENABLED", "true",
                        "XIETONG_PLATFORMS_FEISHU_APP_ID", APP.id(),
                        "XIETONG_PLATFORMS_FEISHU_APP_SECRET", APP.secret(),
                        "XIETONG_PLATFORMS_FEISHU_VERIFICATION_TOKEN", APP.verificationToken(),
                        "XIETONG_PLATFORMS_FEISHU_ENCRYPT_KEY", APP.encryptKey(),
                        "XIETONG_PLATFORMS_FEISHU_MODE", "webhook",
                        "XIETONG_PLATFORMS_FEISHU_BASE_URL", feishu.address()));
    }

    void pushTo(Node node) {
        feishu.pushTo(node.address("/feishu/events"));
    }

    /** What was not answered well comes again, as after a quarter of a minute; returns once it was pushed. */
    void bringsAgain() {
        feishu.bringAgain();
    }

    /** Somebody says something to the bot alone; returns once it was answered or given up for now. */
    void says(String account, String text) {
        feishu.say(account, FeishuEmulator.single(account), text);
    }

    /** The same in the group of all employees. */
    void saysToAll(String account, String text) {
        feishu.say(account, "oc_all", "@协同 " + text);
    }

    /** Somebody presses a button of the bot's last message to them. @return what pops up; empty when nothing does */
    Optional<String> presses(String account, String phrase) {
        List<EmulatedChats.Message> messages = ofTheBot(account);
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("tag", "button");
        action.putObject("value").put("phrase", phrase).put("version", "1");
        return feishu.press(account, messages.get(messages.size() - 1).id(), action);
    }

    private List<EmulatedChats.Message> ofTheBot(String account) {
        return feishu.chats().in(FeishuEmulator.single(account)).stream()
                .filter(message -> message.from().equals(EmulatedChats.BOT))
                .toList();
    }

    /** What the bot has said to somebody that holds a text. */
    List<String> sees(String account, String text) {
        return ofTheBot(account).stream()
                .map(message -> message.payload().toString())
                .filter(payload -> payload.contains(text))
                .toList();
    }

    /** The keys under which messages were sent, repetitions included. */
    List<String> keys() {
        return feishu.ledger().of("POST " + SENDING).stream()
                .map(entry -> entry.body().path("uuid"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    /** The next messages are taken but answered late. */
    void answersLate(Duration delay, int times) {
        feishu.faults().arm(SENDING, FaultSwitches.Fault.late(delay), times);
    }

    void isWell() {
        feishu.faults().clear();
    }

    @Override
    public void close() {
        feishu.close();
    }
}
