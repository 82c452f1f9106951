package io.xietong.dingtalk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Gives a loopback port TLS, with a certificate made for the occasion; the official Java client insists on {@code wss}. */
final class TlsBridge implements AutoCloseable {

    static final String PASSWORD = "for-tests";

    private final Path store;
    private final SSLServerSocket server;
    private final int behind;

    TlsBridge(Path folder, int behind) throws IOException, GeneralSecurityException, InterruptedException {
        this.behind = behind;
        store = folder.resolve("bridge.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "bridge",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        if (keytool.waitFor() != 0)
            throw new IOException(new String(keytool.getInputStream().readAllBytes()));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Trusts the certificate when used as a trust store. */
    Path store() {
        return store;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket outside = server.accept();
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), behind);
                daemon(() -> pipe(outside, inside));
                daemon(() -> pipe(inside, outside));
            }
        } catch (IOException e) {
            if (!server.isClosed()) throw new UncheckedIOException(e);
        }
    }

    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            InputStream in = from.getInputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-bridge");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
