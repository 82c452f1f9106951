package io.xietong.emulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The platform's side of the encryption that WeCom and DingTalk share, written apart from the adapters' so that neither copies
 * the other's mistake. Thread-safe.
 */
public final class Crypto {

    private static final int BLOCK = 32;

    private final String token;
    private final byte[] key;
    private final byte[] receiver;

    /** @param receiver whom messages are sealed for: a corp id, a client id, or nobody */
    public Crypto(String token, String aesKey, String receiver) {
        this.token = token;
        this.key = Base64.getDecoder().decode(aesKey + "=");
        this.receiver = receiver.getBytes(StandardCharsets.UTF_8);
    }

    public String encrypt(String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        int length = 20 + text.length + receiver.length;
        byte[] whole = new byte[(length / BLOCK + 1) * BLOCK];
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        System.arraycopy(random, 0, whole, 0, 16);
        ByteBuffer.wrap(whole).putInt(16, text.length);
        System.arraycopy(text, 0, whole, 20, text.length);
        System.arraycopy(receiver, 0, whole, 20 + text.length, receiver.length);
        Arrays.fill(whole, length, whole.length, (byte) (whole.length - length));
        return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, whole));
    }

    public String decrypt(String encrypted) {
        byte[] whole = cipher(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        int length = ByteBuffer.wrap(whole).getInt(16);
        return new String(whole, 20, length, StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String signature(String timestamp, String nonce, String encrypted) {
        String[] parts = {token, timestamp, nonce, encrypted};
        Arrays.sort(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
