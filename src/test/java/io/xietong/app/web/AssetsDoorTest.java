package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages' own files, over the real server. */
class AssetsDoorTest {

    private final Web web = Web.start("127.0.0.1", 0, List.of());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void a_file_comes_with_its_type_and_the_page_headers() throws Exception {
        HttpResponse<String> script = get("/assets/sandbox/sandbox.js", "");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.body()).contains("import");
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(script.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void a_file_that_the_browser_has_already_is_not_sent_again() throws Exception {
        HttpResponse<String> style = get("/webjars/picocss__pico/2.1.1/css/pico.min.css", "");
        String tag = style.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get("/webjars/picocss__pico/2.1.1/css/pico.min.css", tag);

        assertThat(style.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, immutable");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/sandbox/none.js",
                "/assets/sandbox",
                "/assets/sandbox/",
                "/assets/",
                "/assets/../db/migration/V1__tables.sql",
                "/assets/sandbox/%2e%2e/%2e%2e/logback.xml",
                "/assets/..%2flogback.xml",
                "/assets/sandbox/..%5c..%5clogback.xml",
                "/assets//sandbox/sandbox.js",
                "/assets/sandbox/sandbox.js%00.css",
                "/webjars/../../MANIFEST.MF",
                "/webjars/picocss__pico/2.1.1/package.json"
            })
    void nothing_else_of_the_program_is_given_out(String path) throws Exception {
        assertThat(raw(path)).matches("HTTP/1.1 40[04] .*");
    }

    private HttpResponse<String> get(String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
        if (!tag.isEmpty()) request.header("If-None-Match", tag);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The status line; as it is written, without a client that would tidy the path up. */
    private String raw(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", web.port());
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            out.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
