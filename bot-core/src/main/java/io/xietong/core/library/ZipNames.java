package io.xietong.core.library;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a ZIP says is in it. Nothing is unpacked, so that a small file that unpacks to a huge one costs nothing. */
final class ZipNames {

    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    /** At the end a comment may follow. */
    private static final int LONGEST_COMMENT = 65_535;

    private ZipNames() {}

    /** The names in the table at its end; none when it is no ZIP. */
    static List<String> of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int earliest = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
        for (int at = file.length - END_LENGTH; at >= earliest; at--)
            if (bytes.getInt(at) == END) return names(bytes, at);
        return List.of();
    }

    private static List<String> names(ByteBuffer bytes, int end) {
        List<String> names = new ArrayList<>();
        try {
            int count = bytes.getShort(end + 10) & 0xffff;
            int at = bytes.getInt(end + 16);
            for (int entry = 0; entry < count && bytes.getInt(at) == ENTRY; entry++) {
                byte[] name = new byte[bytes.getShort(at + 28) & 0xffff];
                bytes.position(at + ENTRY_LENGTH).get(name);
                names.add(new String(name, StandardCharsets.UTF_8));
                int extra = bytes.getShort(at + 30) & 0xffff;
                int comment = bytes.getShort(at + 32) & 0xffff;
                at += ENTRY_LENGTH + name.length + extra + comment;
            }
            return names;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException e) {
            return List.of();
        }
    }
}
