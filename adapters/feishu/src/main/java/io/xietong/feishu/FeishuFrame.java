package io.xietong.feishu;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A frame of the long connection: nine fields of protobuf (platforms/feishu.md section 1.2), read and written here because a
 * library for nine fields would be larger than the adapter. Fields that we do not know are skipped.
 *
 * @param method  {@link #CONTROL} or {@link #DATA}
 * @param payload empty when there is none
 */
record FeishuFrame(
        long sequence,
        long log,
        int service,
        int method,
        List<Header> headers,
        String payloadEncoding,
        String payloadType,
        byte[] payload,
        String newLog) {

    static final int CONTROL = 0;
    static final int DATA = 1;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    record Header(String key, String value) {}

    FeishuFrame {
        headers = List.copyOf(headers);
    }

    static FeishuFrame ping(int service) {
        return new FeishuFrame(0, 0, service, CONTROL, List.of(new Header("type", "ping")), "", "", new byte[0], "");
    }

    Optional<String> header(String key) {
        return headers.stream()
                .filter(header -> header.key().equals(key))
                .map(Header::value)
                .findFirst();
    }

    /** A header that is a number; the other value when it is missing or none. */
    int number(String key, int otherwise) {
        return header(key)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** The same frame as an answer. */
    FeishuFrame answered(byte[] answer, long millis) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header("biz_rt", Long.toString(millis)));
        return new FeishuFrame(sequence, log, service, method, all, payloadEncoding, payloadType, answer, newLog);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, 1, sequence);
        number(out, 2, log);
        number(out, 3, service);
        number(out, 4, method);
        for (Header header : headers) {
            ByteArrayOutputStream inner = new ByteArrayOutputStream();
            bytes(inner, 1, header.key().getBytes(StandardCharsets.UTF_8));
            bytes(inner, 2, header.value().getBytes(StandardCharsets.UTF_8));
            bytes(out, 5, inner.toByteArray());
        }
        text(out, 6, payloadEncoding);
        text(out, 7, payloadType);
        if (payload.length > 0) bytes(out, 8, payload);
        text(out, 9, newLog);
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3 | VARINT);
        varint(out, value);
    }

    private static void text(ByteArrayOutputStream out, int field, String value) {
        if (!value.isEmpty()) bytes(out, field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, (long) field << 3 | BYTES);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Empty for bytes that are no frame. */
    static Optional<FeishuFrame> read(byte[] bytes) {
        try {
            return Optional.of(new Reading(ByteBuffer.wrap(bytes)).frame());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** One reading of one frame. */
    private static final class Reading {

        private final ByteBuffer in;
        private final long[] numbers = new long[10];
        private final byte[][] values = new byte[10][];
        private final List<Header> headers = new ArrayList<>();

        Reading(ByteBuffer in) {
            this.in = in;
        }

        FeishuFrame frame() {
            fields();
            return new FeishuFrame(
                    numbers[1],
                    numbers[2],
                    (int) numbers[3],
                    (int) numbers[4],
                    headers,
                    text(6),
                    text(7),
                    values[8] == null ? new byte[0] : values[8],
                    text(9));
        }

        private void fields() {
            while (in.hasRemaining()) {
                long tag = varint();
                int field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
                if (field == 0) throw new IllegalArgumentException("field 0");
                int slot = field < numbers.length ? field : 0;
                switch ((int) (tag & 7)) {
                    case VARINT -> numbers[slot] = varint();
                    case BYTES -> value(slot, slice());
                    case FIXED_64 -> in.getLong();
                    case FIXED_32 -> in.getInt();
                    default -> throw new IllegalArgumentException("an unknown kind of field");
                }
            }
        }

        private void value(int field, byte[] value) {
            if (field != 5) {
                values[field] = value;
                return;
            }
            Reading inner = new Reading(ByteBuffer.wrap(value));
            inner.fields();
            headers.add(new Header(inner.text(1), inner.text(2)));
        }

        private String text(int field) {
            return values[field] == null ? "" : new String(values[field], StandardCharsets.UTF_8);
        }

        private byte[] slice() {
            long length = varint();
            if (length < 0 || length > in.remaining()) throw new IllegalArgumentException("cut short");
            byte[] slice = new byte[(int) length];
            in.get(slice);
            return slice;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) return value;
            }
            throw new IllegalArgumentException("an endless number");
        }
    }
}
