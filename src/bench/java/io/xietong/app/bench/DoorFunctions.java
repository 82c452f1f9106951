package io.xietong.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.app.wiring.Emulation;
import io.xietong.app.wiring.Platforms;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Words;
import io.xietong.wire.Webhook;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each platform's door does with a call before the desk hears of it: verify, open, read. Run by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DoorFunctions {

    private static final byte[] KEY = new byte[32];

    /** Which platform. */
    @Param({"feishu", "wecom", "dingtalk"})
    public String platform;

    private final ObjectMapper json = new ObjectMapper();
    private Webhook door;
    private Webhook.Call call;
    private byte[] sealed;
    private byte[] plain;

    /** A call signed a moment ago, and as many bytes as it has, encrypted and as JSON. */
    @Setup(Level.Trial)
    public void sign() throws IOException, GeneralSecurityException {
        Path config = Path.of("config");
        Organisation organisation =
                OrganisationFile.read(config.resolve("organisation.yml")).organisation();
        try (Emulation emulation = Emulation.start(List.of(platform), organisation)) {
            byte[] request = new Emulated(platform, emulation.emulators().get(platform), organisation)
                    .signed(1)
                    .get(0);
            call = Overheard.call(request);
            door = Platforms.toAsk(
                            Settings.read(config.resolve("xietong.yml"), webhooks(emulation.environment())),
                            Words.in(organisation.language(), organisation.zone()))
                    .named(platform)
                    .orElseThrow()
                    .webhooks(inbound -> Receiver.Answer.NONE)
                    .get(call.path());
        }
        if (door.answer(call).status() != 200) throw new IllegalStateException("the call is refused");
        plain = json.writeValueAsBytes(Map.of("text", "x".repeat(call.body().length / 2)));
        sealed = cipher(Cipher.ENCRYPT_MODE).doFinal(plain);
    }

    private static Map<String, String> webhooks(Map<String, String> environment) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("XIETONG_PLATFORMS_FEISHU_MODE", "webhook");
        all.put("XIETONG_PLATFORMS_DINGTALK_MODE", "webhook");
        return all;
    }

    /** From the bytes of the call to what was said. */
    @Benchmark
    public Webhook.Reply open() {
        return door.answer(call);
    }

    /** One digest, one AES decryption and one JSON document of about that size, by the JDK and Jackson alone. */
    @Benchmark
    public JsonNode openBare() throws GeneralSecurityException, IOException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(call.body());
        byte[] opened = cipher(Cipher.DECRYPT_MODE).doFinal(sealed);
        if (!MessageDigest.isEqual(opened, plain) || digest.length == 0)
            throw new IllegalStateException("not the same");
        return json.readTree(opened);
    }

    private static Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(new byte[16]));
        return cipher;
    }
}
