package io.xietong.wecom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Ids made out of a delivery's key, so that another attempt has the same, and the messages' ids made out of those: which half sent
 * the card, its task, and the code that changes it once.
 */
final class WecomIds {

    private static final String APP = "app:";
    private static final String BOT = "bot:";
    private static final String TEXT = "text:";
    /** Ids of messages longer than this are kept by nobody. */
    private static final int LONGEST = 190;

    private static final int MARKS = 12;

    private WecomIds() {}

    /** A card's {@code task_id}. */
    static String task(String key) {
        return "t" + hash(key).substring(0, 24);
    }

    /** A group of our own making, told from other groups by its start; 32 letters and digits. */
    static String group(String key) {
        return "xietong" + hash(key).substring(0, 25);
    }

    static boolean ourGroup(String chat) {
        return chat.matches("xietong[0-9a-f]{25}");
    }

    /**
     * WeCom does not deliver the same request twice; a text that is said again is another one by these marks at its end, which
     * nobody sees and the desk passes over.
     */
    static String invisible(String key) {
        int bits = Integer.parseInt(hash(key).substring(0, 4), 16);
        StringBuilder marks = new StringBuilder();
        for (int bit = 0; bit < MARKS; bit++) marks.append((bits >> bit & 1) == 1 ? '\u200b' : '\u2060');
        return marks.toString();
    }

    /** An application's card; the code changes it once, and is left out when there is none. */
    static String appCard(String task, String responseCode) {
        String id = APP + task + ":" + responseCode;
        return id.length() <= LONGEST ? id : APP + task + ":";
    }

    static String botCard(String task) {
        return BOT + task;
    }

    static String text(String key) {
        return TEXT + task(key);
    }

    /** The task in a message's id; empty when it is no card. */
    static String taskOf(String message) {
        String[] parts = message.split(":", 3);
        return parts.length > 1 && !message.startsWith(TEXT) ? parts[1] : "";
    }

    /** The code in a message's id; empty when it has none. */
    static String codeOf(String message) {
        return message.startsWith(APP) && message.split(":", 3).length == 3 ? message.split(":", 3)[2] : "";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
