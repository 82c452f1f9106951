package io.xietong.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An input of a corpus and others like it. While a fuzzer runs it makes its own changes, and only the input itself is tried; in the
 * ordinary tests each input comes with a few changed ones, always the same.
 */
public final class Nearby {

    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;
    private static final int CHANGES = 4;

    /** What breaks parsers, escapes and spreadsheets. */
    private static final List<byte[]> HOSTILE = List.of(
                    "@所有人",
                    "<at id=all></at>",
                    "<@all>",
                    "[x](https://evil.example)",
                    "https://evil.example",
                    "www.evil.example",
                    "&#64;all",
                    "**",
                    "_",
                    "`",
                    "\n# ",
                    "\n- ",
                    "\n    ",
                    "\n1. ",
                    "\n---\n",
                    "|",
                    "\r\n",
                    "\u2028",
                    "\u202e",
                    "\u0000",
                    "\ufeff",
                    "\ud83d",
                    "=1+1",
                    "\t",
                    "'",
                    "\"",
                    "\\",
                    "{",
                    "[",
                    "}",
                    "]]>",
                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"http://127.0.0.1:1/\">]>",
                    "&a;",
                    "../",
                    "%0a",
                    "\nBEGIN:VEVENT\n",
                    "XQ-1",
                    "XQ-999999999999",
                    "９９９",
                    "受理 ",
                    "9223372036854775808",
                    "token=")
            .stream()
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private Nearby() {}

    /**
     * Tries an input and, outside of a fuzzer, so many changed ones.
     *
     * @throws AssertionError names the changed input that broke the property, in Base64
     */
    public static void each(byte[] input, int changed, Consumer<byte[]> property) {
        property.accept(input);
        if (FUZZING) return;
        Random random = new Random(Arrays.hashCode(input));
        for (int i = 0; i < changed; i++) {
            byte[] other = input;
            for (int n = random.nextInt(CHANGES); n >= 0; n--) other = changed(other, random);
            try {
                property.accept(other);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("broken by " + Base64.getEncoder().encodeToString(other), broken);
            }
        }
    }

    /** The same for targets that read text. */
    public static void eachText(byte[] input, int changed, Consumer<String> property) {
        each(input, changed, bytes -> property.accept(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static byte[] changed(byte[] input, Random random) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(16, input.length - from) + 1);
        byte[] part = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(5)) {
            case 0 -> joined(input, from, HOSTILE.get(random.nextInt(HOSTILE.size())), from);
            case 1 -> joined(input, from, HOSTILE.get(random.nextInt(HOSTILE.size())), to);
            case 2 -> joined(input, from, new byte[0], to);
            case 3 -> joined(input, from, part, from);
            default -> {
                byte[] flipped = input.clone();
                if (from < flipped.length) flipped[from] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
        };
    }

    private static byte[] joined(byte[] input, int end, byte[] middle, int start) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(input, 0, end);
        joined.writeBytes(middle);
        joined.write(input, start, input.length - start);
        return joined.toByteArray();
    }
}
