package io.xietong.emulator.feishu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A frame of the long connection, as the emulator needs it: method, headers and payload of what comes, and what goes out whole.
 *
 * @param method 0 for ping and pong, 1 for events and their answers
 */
record WireFrame(int method, Map<String, String> headers, byte[] payload) {

    static WireFrame data(String type, String message, int sum, int seq, byte[] payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("type", type);
        headers.put("message_id", message);
        headers.put("sum", Integer.toString(sum));
        headers.put("seq", Integer.toString(seq));
        headers.put("trace_id", "trace-" + message);
        return new WireFrame(1, headers, payload);
    }

    byte[] bytes(int service) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, 1, 1);
        number(out, 2, 2);
        number(out, 3, service);
        number(out, 4, method);
        headers.forEach((key, value) -> {
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            bytes(header, 1, key.getBytes(StandardCharsets.UTF_8));
            bytes(header, 2, value.getBytes(StandardCharsets.UTF_8));
            bytes(out, 5, header.toByteArray());
        });
        bytes(out, 8, payload);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int field, int value) {
        varint(out, field << 3);
        varint(out, value);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) out.write(rest & 0x7f | 0x80);
        out.write(rest);
    }

    /** @throws IndexOutOfBoundsException or {@link IllegalArgumentException} for bytes that are no frame */
    static WireFrame read(byte[] bytes) {
        int method = 0;
        Map<String, String> headers = new LinkedHashMap<>();
        byte[] payload = new byte[0];
        Cursor cursor = new Cursor(bytes);
        while (cursor.more()) {
            long tag = cursor.varint();
            int field = (int) (tag >>> 3);
            if ((tag & 7) == 0) {
                long value = cursor.varint();
                if (field == 4) method = (int) value;
            } else if ((tag & 7) == 2) {
                byte[] value = cursor.slice();
                if (field == 5) header(value, headers);
                if (field == 8) payload = value;
            } else throw new IllegalArgumentException("no such field");
        }
        return new WireFrame(method, headers, payload);
    }

    private static void header(byte[] bytes, Map<String, String> headers) {
        Cursor cursor = new Cursor(bytes);
        String[] parts = {"", ""};
        while (cursor.more()) {
            int field = (int) (cursor.varint() >>> 3);
            parts[field - 1] = new String(cursor.slice(), StandardCharsets.UTF_8);
        }
        headers.put(parts[0], parts[1]);
    }

    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return at < bytes.length;
        }

        long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) return value;
            }
        }

        byte[] slice() {
            int length = (int) varint();
            byte[] slice = Arrays.copyOfRange(bytes, at, at + length);
            at += length;
            return slice;
        }
    }
}
