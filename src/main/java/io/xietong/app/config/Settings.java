package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code config/xietong.yml}, with the environment on top.
 *
 * @param folder where the file lies; other files are named relative to it
 * @param attention what is allowed but should not stay so, as a sentence each
 */
public record Settings(
        Server server,
        DatabaseSettings database,
        String organisation,
        String policy,
        String calendar,
        Platforms platforms,
        Path folder,
        List<Message> attention) {

    /**
     * @param publicUrl how browsers and platforms reach this server, without a slash at the end; made of host and port when
     *     given empty
     * @param eventsPerPerson of one account on a platform in a minute; 0 for as many as they like
     */
    public record Server(String host, int port, String publicUrl, int eventsPerPerson) {
        public Server {
            if (publicUrl.isBlank()) publicUrl = "http://" + host + ":" + port;
        }
    }

    /**
     * @param migrationUser changes the tables of a server when the program is a newer one; empty: the other does
     * @param pool         connections at most
     * @param backupFolder for nightly copies of an H2 file, relative to the database's; empty for none
     * @param backupsKept  how many of them
     * @param clockSkewSeconds a node whose clock is farther off a server's rings no clocks
     */
    public record DatabaseSettings(
            String url,
            String user,
            Secret password,
            String migrationUser,
            Secret migrationPassword,
            int pool,
            String backupFolder,
            int backupsKept,
            int clockSkewSeconds) {}

    /** The platforms that can be switched on. */
    public record Platforms(Sandbox sandbox, Feishu feishu, Wecom wecom, Dingtalk dingtalk) {}

    /** @param besideSecrets runs the sandbox even though secrets of real platforms are set */
    public record Sandbox(boolean enabled, boolean besideSecrets) {}

    /**
     * @param formerVerificationToken still good for pushed events after it was renewed; empty mostly, as is the former key
     * @param mode         {@code webhook} or {@code stream}
     * @param authorizeUrl where web pages learn who opens them
     * @param signIn       whether web forms ask Feishu who opens them; needs our address among the app's redirect URLs
     */
    public record Feishu(
            boolean enabled,
            String appId,
            Secret appSecret,
            Secret verificationToken,
            Secret encryptKey,
            Secret formerVerificationToken,
            Secret formerEncryptKey,
            String mode,
            String baseUrl,
            String authorizeUrl,
            boolean signIn) {}

    /**
     * Both halves of WeCom: the app, and the bot that hears groups.
     *
     * @param authorizeUrl where web pages learn who opens them
     */
    public record Wecom(
            boolean enabled, String corpId, String baseUrl, String authorizeUrl, WecomApp app, WecomBot bot) {}

    /**
     * WeCom's self-built app.
     *
     * @param formerToken still good, with its key, for callbacks after they were renewed; empty mostly
     * @param signIn whether web forms ask WeCom who opens them; needs the host of the public address as trusted domain
     */
    public record WecomApp(
            long agentId,
            Secret secret,
            Secret token,
            Secret aesKey,
            Secret formerToken,
            Secret formerAesKey,
            boolean signIn) {}

    /**
     * WeCom's 智能机器人.
     *
     * @param formerToken still good, with its key, for callbacks after they were renewed; empty mostly
     */
    public record WecomBot(
            String id,
            Secret secret,
            String name,
            Secret token,
            Secret aesKey,
            Secret formerToken,
            Secret formerAesKey,
            String mode,
            String streamUrl) {}

    /**
     * DingTalk's internal application.
     *
     * @param formerClientSecret still good for what is pushed after it was renewed; empty mostly, as are the other former ones
     * @param mode            {@code stream} or {@code webhook}
     * @param groupTemplateId empty when the bot may not make groups
     * @param eventToken      of the subscription of events by HTTP; empty, with its key, when there is none
     * @param corpId          whose events are taken too; empty where they are sealed for the application
     * @param authorizeUrl    where web pages learn who opens them
     * @param signIn          whether web forms ask DingTalk who opens them; needs our address among the redirect URLs
     */
    public record Dingtalk(
            boolean enabled,
            String clientId,
            Secret clientSecret,
            Secret formerClientSecret,
            String robotCode,
            String mode,
            String baseUrl,
            String oapiUrl,
            String cardTemplateId,
            String groupTemplateId,
            Secret eventToken,
            Secret eventAesKey,
            Secret formerEventToken,
            Secret formerEventAesKey,
            String corpId,
            String authorizeUrl,
            boolean signIn) {}

    /**
     * @param file the YAML file; must exist
     * @throws ConfigFault with all problems
     */
    public static Settings read(Path file, Map<String, String> environment) {
        KnownKeys keys = new KnownKeys(Defaults.tree("xietong"), file.toString())
                .file(Yaml.file(file))
                .environment(environment);
        List<Message> problems = new ArrayList<>(keys.problems());
        JsonNode values = keys.values();
        checkNumber(values, "server.port", 0, 65_535, file.toString(), problems);
        checkNumber(values, "server.events-per-person", 0, 100_000, file.toString(), problems);
        checkNumber(values, "database.pool", 2, 200, file.toString(), problems);
        checkNumber(values, "database.clock-skew-seconds", 1, 600, file.toString(), problems);
        checkNumber(values, "database.backups-kept", 1, 1_000, file.toString(), problems);
        for (String platform : List.of("feishu", "dingtalk"))
            checkMode(values, "platforms." + platform + ".mode", file.toString(), problems);
        checkMode(values, "platforms.wecom.bot.mode", file.toString(), problems);
        FormerSecrets former = new FormerSecrets(values, file.toString());
        problems.addAll(former.problems());
        if (!problems.isEmpty()) throw new ConfigFault(problems);
        Settings read = Yaml.record(values, Settings.class, file.toString());
        Path folder = file.toAbsolutePath().getParent();
        return new Settings(
                read.server(),
                read.database(),
                read.organisation(),
                read.policy(),
                read.calendar(),
                read.platforms(),
                folder,
                former.attention());
    }

    private static void checkNumber(
            JsonNode values, String key, int least, int most, String file, List<Message> problems) {
        String typed = values.at("/" + key.replace('.', '/')).asText();
        boolean fits = typed.matches("\\d{1,9}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most;
        if (!fits) problems.add(Message.of("config.wrong", file, key, typed, least + "-" + most));
    }

    private static void checkMode(JsonNode values, String key, String file, List<Message> problems) {
        String mode = values.at("/" + key.replace('.', '/')).asText();
        if (!List.of("webhook", "stream").contains(mode))
            problems.add(Message.of("config.wrong", file, key, mode, "webhook, stream"));
    }

    /** Whether any secret of a real platform is set. */
    public boolean holdsPlatformSecrets() {
        return List.of(
                        platforms.feishu().appSecret(),
                        platforms.feishu().encryptKey(),
                        platforms.feishu().verificationToken(),
                        platforms.wecom().app().secret(),
                        platforms.wecom().app().aesKey(),
                        platforms.wecom().bot().secret(),
                        platforms.wecom().bot().aesKey(),
                        platforms.dingtalk().clientSecret(),
                        platforms.dingtalk().eventToken(),
                        platforms.dingtalk().eventAesKey())
                .stream()
                .anyMatch(Secret::isSet);
    }
}
