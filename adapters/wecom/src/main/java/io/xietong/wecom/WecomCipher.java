package io.xietong.wecom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeCom's encryption (wecom.md 1.1): AES-256-CBC, padded to 32 bytes, around 16 random bytes, the length, the message and the id
 * of whom it is meant for. The id is checked and every length is held within bounds, so that a wrong key yields nothing at all.
 * Thread-safe.
 */
final class WecomCipher {

    private static final int KEY_CHARACTERS = 43;
    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + 4;

    private final SecretKeySpec key;
    private final IvParameterSpec vector;
    private final byte[] receiver;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param aesKey   43 characters
     * @param receiver the company's id for an application, empty for a company's own bot
     * @throws IllegalArgumentException when the key is none
     */
    WecomCipher(String aesKey, String receiver) {
        if (!usable(aesKey)) throw new IllegalArgumentException("an EncodingAESKey has 43 letters and digits");
        byte[] bytes = Base64.getDecoder().decode(aesKey + "=");
        this.key = new SecretKeySpec(bytes, "AES");
        this.vector = new IvParameterSpec(bytes, 0, RANDOM);
        this.receiver = receiver.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a key can be one. */
    static boolean usable(String aesKey) {
        return aesKey.length() == KEY_CHARACTERS && aesKey.matches("[A-Za-z0-9+/]+");
    }

    /** The message; empty when it was not encrypted with our key for us. */
    Optional<String> open(String encrypted) {
        try {
            byte[] sealed = Base64.getDecoder().decode(encrypted);
            if (sealed.length == 0 || sealed.length % RANDOM != 0) return Optional.empty();
            return message(run(Cipher.DECRYPT_MODE, sealed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> message(byte[] plain) {
        int padding = plain[plain.length - 1] & 0xff;
        int end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < HEAD) return Optional.empty();
        for (int i = end; i < plain.length; i++) if (plain[i] != padding) return Optional.empty();
        int length = ByteBuffer.wrap(plain, RANDOM, 4).getInt();
        if (length < 0 || length > end - HEAD) return Optional.empty();
        byte[] meantFor = Arrays.copyOfRange(plain, HEAD + length, end);
        if (!MessageDigest.isEqual(receiver, meantFor)) return Optional.empty();
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain, HEAD, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    String seal(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        int filled = HEAD + bytes.length + receiver.length;
        int padding = BLOCK - filled % BLOCK;
        byte[] start = new byte[RANDOM];
        random.nextBytes(start);
        ByteBuffer plain = ByteBuffer.allocate(filled + padding)
                .put(start)
                .putInt(bytes.length)
                .put(bytes)
                .put(receiver);
        while (plain.hasRemaining()) plain.put((byte) padding);
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    private byte[] run(int mode, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, vector);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("bytes that are no whole blocks", e);
        }
    }
}
