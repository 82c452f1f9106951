package io.xietong.dingtalk;

import io.xietong.wire.BoundedJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens the events of the organisation: AES-256-CBC, padded to blocks of 32 bytes, around 16 random bytes, the length,
 * the text and the owner's key (platforms/dingtalk.md 1.4). Thread-safe.
 */
final class DingtalkCipher {

    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;
    private static final int BLOCK = 32;

    private final String token;
    private final SecretKeySpec key;
    private final IvParameterSpec vector;
    private final Set<String> owners;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param aesKey the 43 characters of the console
     * @param owners whose events are taken: the client id, and the corp id of older subscriptions
     */
    DingtalkCipher(String token, String aesKey, Set<String> owners) {
        if (!usable(aesKey)) throw new IllegalArgumentException("the AES key has 43 letters and digits");
        byte[] bytes = Base64.getDecoder().decode(aesKey + "=");
        this.token = token;
        this.key = new SecretKeySpec(bytes, "AES");
        this.vector = new IvParameterSpec(bytes, 0, RANDOM);
        this.owners = Set.copyOf(owners);
    }

    static boolean usable(String aesKey) {
        return aesKey.matches("[A-Za-z0-9]{43}");
    }

    String sign(String timestamp, String nonce, String sealed) {
        String all = Stream.of(token, timestamp, nonce, sealed).sorted().collect(Collectors.joining());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Empty when it was sealed with another key, for another owner, or was cut. */
    Optional<byte[]> open(String sealed) {
        try {
            byte[] bytes =
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(sealed));
            int padding = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
            int end = bytes.length - padding;
            if (padding < 1 || padding > BLOCK || end < HEAD) return Optional.empty();
            int length = ByteBuffer.wrap(bytes, RANDOM, Integer.BYTES).getInt();
            if (length < 0 || length > end - HEAD) return Optional.empty();
            String owner = new String(bytes, HEAD + length, end - HEAD - length, StandardCharsets.UTF_8);
            return owners.contains(owner)
                    ? Optional.of(Arrays.copyOfRange(bytes, HEAD, HEAD + length))
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The JSON of a signed and sealed answer. */
    String answer(String text, String owner, String timestamp) {
        byte[] nonce = new byte[8];
        random.nextBytes(nonce);
        String written = HexFormat.of().formatHex(nonce);
        String sealed = seal(text, owner);
        return BoundedJson.object()
                .put("msg_signature", sign(timestamp, written, sealed))
                .put("timeStamp", timestamp)
                .put("nonce", written)
                .put("encrypt", sealed)
                .toString();
    }

    String seal(String text, String owner) {
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        byte[] whose = owner.getBytes(StandardCharsets.UTF_8);
        int length = HEAD + said.length + whose.length;
        int padding = BLOCK - length % BLOCK;
        byte[] salt = new byte[RANDOM];
        random.nextBytes(salt);
        byte[] plain = ByteBuffer.allocate(length + padding)
                .put(salt)
                .putInt(said.length)
                .put(said)
                .put(whose)
                .array();
        Arrays.fill(plain, length, plain.length, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, key, vector);
        return cipher;
    }
}
