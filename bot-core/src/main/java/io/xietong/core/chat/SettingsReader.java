package io.xietong.core.chat;

import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads 设置: language, quiet hours, digest and platform, from the form or from 「设置 免打扰 20:00-8:30」「切换英文」「关闭摘要」
 * 「设置 平台 飞书」.
 */
final class SettingsReader {

    private static final Pattern QUIET = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:[:点]?(\\d{2})|点)?\\s?(?:-|到|至|~|to)\\s?(\\d{1,2})(?:[:点]?(\\d{2})|点)?(?!\\d)");
    private static final Pattern LANGUAGE = Pattern.compile("中文|汉语|英文|英语|chinese|english|zh-cn|\\ben\\b");
    private static final Pattern OFF = Pattern.compile("关|不|off|\\bno\\b");

    private static final Map<Pattern, String> PLATFORMS = platforms();

    private SettingsReader() {}

    private static Map<Pattern, String> platforms() {
        Map<Pattern, String> platforms = new LinkedHashMap<>();
        platforms.put(Pattern.compile("飞书|feishu|\\blark\\b"), "feishu");
        platforms.put(Pattern.compile("企业微信|企微|wecom|wxwork"), "wecom");
        platforms.put(Pattern.compile("钉钉|dingtalk"), "dingtalk");
        platforms.put(Pattern.compile("沙盒|sandbox"), "sandbox");
        platforms.put(Pattern.compile("(?:平台|platform).*(?:自动|最近|auto|last)"), TalkCommand.Settings.LAST);
        return platforms;
    }

    static Reading read(Spoken spoken) {
        String text = spoken.folded();
        Matcher word = LANGUAGE.matcher(text);
        Optional<Language> language = spoken.field("language").flatMap(Language::of);
        if (language.isEmpty() && word.find()) language = Language.of(word.group());

        Matcher quiet = QUIET.matcher(spoken.field("quiet").orElse(text));
        Optional<LocalTime> from = Optional.empty();
        Optional<LocalTime> to = Optional.empty();
        if (quiet.find()) {
            try {
                from = Optional.of(time(quiet.group(1), quiet.group(2)));
                to = Optional.of(time(quiet.group(3), quiet.group(4)));
            } catch (DateTimeException e) {
                return badTime(quiet.group());
            }
        } else if (spoken.field("quiet").isPresent()) {
            return badTime(spoken.field("quiet").get());
        }
        Optional<Boolean> digest = spoken.field("digest").map("yes"::equals);
        if (spoken.form().isEmpty() && (text.contains("摘要") || text.contains("汇总") || text.contains("digest"))) {
            digest = Optional.of(!OFF.matcher(text).find());
        }
        Optional<String> platform = spoken.field("platform").or(() -> platform(text));
        if (platform.isEmpty() && text.matches(".*(?:平台|platform).*"))
            return new Reading.Wrong(Message.of("phrase.settings.bad-platform"));
        return new Reading.Understood(new TalkCommand.Settings(language, from, to, digest, platform));
    }

    private static Optional<String> platform(String text) {
        return PLATFORMS.entrySet().stream()
                .filter(named -> named.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Reading badTime(String typed) {
        return new Reading.Wrong(Message.of("phrase.settings.bad-time", typed));
    }

    /** 24 is the midnight that ends the day. */
    private static LocalTime time(String hour, String minute) {
        int hours = Integer.parseInt(hour);
        return LocalTime.of(hours == 24 ? 0 : hours, minute == null ? 0 : Integer.parseInt(minute));
    }
}
