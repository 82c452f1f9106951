package io.xietong.wire;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Calls to platforms: with a limit on the time of the whole exchange, however slowly the answer drips, and on its length; no
 * redirects. Thread-safe; one instance serves an adapter.
 */
public final class HttpCalls {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Duration whole;
    private final int longest;
    private final Consumer<HttpHeaders> heard;

    /**
     * @param whole   time from the start of a call to the last byte of its answer
     * @param longest bytes of an answer
     */
    public HttpCalls(Duration whole, int longest) {
        this(
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build(),
                whole,
                longest,
                headers -> {});
    }

    private HttpCalls(HttpClient client, Duration whole, int longest, Consumer<HttpHeaders> heard) {
        this.client = client;
        this.whole = whole;
        this.longest = longest;
        this.heard = heard;
    }

    /** The usual limits: five seconds, one MiB. */
    public static HttpCalls usual() {
        return new HttpCalls(Duration.ofSeconds(5), 1 << 20);
    }

    /** The same calls, by whose answers a clock is compared. */
    public HttpCalls telling(PlatformClock clock) {
        return new HttpCalls(client, whole, longest, clock::hears);
    }

    /** Asks for nothing but an answer, for the time that it carries; that none came does not matter. */
    public void askTime(URI address) {
        try {
            send(HttpRequest.newBuilder(address)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build());
        } catch (HttpFault none) {
            // The next one is asked for soon.
        }
    }

    /** @throws HttpFault when no whole answer came in time; the call may have taken effect all the same */
    public HttpAnswer send(HttpRequest request) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        CompletableFuture<?> call = client.sendAsync(request, response -> reading(response, answer));
        call.whenComplete((done, fault) -> {
            if (fault != null) answer.completeExceptionally(fault);
        });
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new HttpFault("no whole answer within " + whole.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new HttpFault("interrupted");
        }
    }

    /** The answer is taken from the body itself: the call's own future waits for the common pool, which others may keep busy. */
    private CappedBody reading(HttpResponse.ResponseInfo response, CompletableFuture<HttpAnswer> answer) {
        heard.accept(response.headers());
        CappedBody body = new CappedBody(longest);
        body.getBody().whenComplete((text, fault) -> {
            if (fault != null) answer.completeExceptionally(fault);
            else answer.complete(new HttpAnswer(response.statusCode(), response.headers(), text));
        });
        return body;
    }

    private static HttpFault fault(Throwable cause) {
        if (cause instanceof HttpFault known) return known;
        if (cause instanceof ConnectException) return new HttpFault("nothing answers at the address");
        return new HttpFault("the exchange broke: " + cause.getClass().getSimpleName());
    }

    /** For long connections, which share the client. */
    HttpClient client() {
        return client;
    }
}
