package io.xietong.wecom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Counts and cuts as WeCom counts: characters shown, or bytes sent; never through the middle of a character. */
final class WecomLengths {

    private WecomLengths() {}

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The text, or its start with 「…」 when it is longer than so many characters. */
    static String fitting(String text, int most) {
        return characters(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The text in pieces of at most so many bytes, parted between lines where one fits. Never empty. */
    static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            if (bytes(piece + line) > most && piece.length() > 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            for (int point : line.codePoints().toArray()) {
                String next = Character.toString(point);
                if (piece.length() * 3 > most - 8 && bytes(piece + next) > most) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                piece.append(next);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
