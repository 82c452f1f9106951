package io.xietong.app.wiring;

import io.xietong.core.people.Organisation;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkApp;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.emulator.wecom.WecomCorp;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fake platforms in the same process, on loopback, so that everything can be tried without an account. They forget everything
 * when they stop, and so does the program that is pointed at them.
 */
public final class Emulation implements AutoCloseable {

    /** The platforms that there are emulators for. */
    public static final List<String> NAMES = List.of("feishu", "wecom", "dingtalk");

    private static final String FEISHU_APP = "cli_0123456789abcdef";

    private final Map<String, Emulator> emulators = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Emulation() {}

    /** @param names some of {@link #NAMES} */
    public static Emulation start(List<String> names, Organisation organisation) {
        Emulation emulation = new Emulation();
        emulation.set("SERVER_EVENTS_PER_PERSON", "0");
        emulation.set("DATABASE_URL", "jdbc:h2:mem:emulated;DB_CLOSE_DELAY=-1");
        for (String real : List.of("SANDBOX", "FEISHU", "WECOM", "DINGTALK"))
            emulation.set("PLATFORMS_" + real + "_ENABLED", "false");
        try {
            if (names.contains("feishu")) emulation.feishu(organisation);
            if (names.contains("wecom")) emulation.wecom(organisation);
            if (names.contains("dingtalk")) emulation.dingtalk(organisation);
        } catch (RuntimeException e) {
            emulation.close();
            throw e;
        }
        return emulation;
    }

    private void set(String key, String value) {
        environment.put("XIETONG_" + key, value);
    }

    private void feishu(Organisation organisation) {
        FeishuApp app = FeishuApp.demo(FEISHU_APP);
        Emulator emulator = started("feishu", new FeishuEmulator(app, organisation, Clock.systemUTC()));
        set("PLATFORMS_FEISHU_ENABLED", "true");
        set("PLATFORMS_FEISHU_APP_ID", app.id());
        set("PLATFORMS_FEISHU_APP_SECRET", app.secret());
        set("PLATFORMS_FEISHU_VERIFICATION_TOKEN", app.verificationToken());
        set("PLATFORMS_FEISHU_ENCRYPT_KEY", app.encryptKey());
        set("PLATFORMS_FEISHU_MODE", "stream");
        set("PLATFORMS_FEISHU_BASE_URL", emulator.address());
        set("PLATFORMS_FEISHU_AUTHORIZE_URL", emulator.address());
    }

    private void wecom(Organisation organisation) {
        WecomCorp corp = WecomCorp.demo();
        Emulator emulator = started("wecom", new WecomEmulator(corp, organisation, Clock.systemUTC()));
        set("PLATFORMS_WECOM_ENABLED", "true");
        set("PLATFORMS_WECOM_CORP_ID", corp.corpId());
        set("PLATFORMS_WECOM_BASE_URL", emulator.address());
        set("PLATFORMS_WECOM_AUTHORIZE_URL", emulator.address());
        set("PLATFORMS_WECOM_APP_AGENT_ID", Integer.toString(corp.agentId()));
        set("PLATFORMS_WECOM_APP_SECRET", corp.appSecret());
        set("PLATFORMS_WECOM_APP_TOKEN", corp.appToken());
        set("PLATFORMS_WECOM_APP_AES_KEY", corp.appKey());
        set("PLATFORMS_WECOM_BOT_ID", corp.botId());
        set("PLATFORMS_WECOM_BOT_SECRET", corp.botSecret());
        set("PLATFORMS_WECOM_BOT_NAME", corp.botName());
        set("PLATFORMS_WECOM_BOT_MODE", "stream");
        set("PLATFORMS_WECOM_BOT_STREAM_URL", emulator.address().replaceFirst("^http", "ws") + "/aibot");
    }

    private void dingtalk(Organisation organisation) {
        DingtalkApp app = DingtalkApp.demo();
        Emulator emulator = started("dingtalk", new DingtalkEmulator(app, organisation, Clock.systemUTC()));
        set("PLATFORMS_DINGTALK_ENABLED", "true");
        set("PLATFORMS_DINGTALK_CLIENT_ID", app.clientId());
        set("PLATFORMS_DINGTALK_CLIENT_SECRET", app.clientSecret());
        set("PLATFORMS_DINGTALK_ROBOT_CODE", app.robotCode());
        set("PLATFORMS_DINGTALK_CARD_TEMPLATE_ID", app.cardTemplateId());
        set("PLATFORMS_DINGTALK_GROUP_TEMPLATE_ID", "emulated-groups");
        set("PLATFORMS_DINGTALK_EVENT_TOKEN", app.eventToken());
        set("PLATFORMS_DINGTALK_EVENT_AES_KEY", app.eventKey());
        set("PLATFORMS_DINGTALK_MODE", "stream");
        set("PLATFORMS_DINGTALK_BASE_URL", emulator.address());
        set("PLATFORMS_DINGTALK_OAPI_URL", emulator.address());
        set("PLATFORMS_DINGTALK_AUTHORIZE_URL", emulator.address());
    }

    private Emulator started(String name, Emulator emulator) {
        emulators.put(name, emulator);
        emulator.start(0);
        return emulator;
    }

    /** What points the settings at them, as environment variables. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /**
     * Tells those that call the program where it is: WeCom's application has no connection to it.
     *
     * @param program scheme, host and port
     */
    public void callBack(URI program) {
        if (emulators.get("wecom") instanceof WecomEmulator wecom) wecom.pushTo(program);
    }

    /** By name; each has a page at its address. */
    public Map<String, Emulator> emulators() {
        return Map.copyOf(emulators);
    }

    @Override
    public void close() {
        emulators.values().forEach(Emulator::close);
    }
}
