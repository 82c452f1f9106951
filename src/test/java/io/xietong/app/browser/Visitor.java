package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has the page open. Notes everything that must never happen: errors in the console, violations of the content
 * security policy, requests to other hosts.
 */
final class Visitor implements AutoCloseable {

    private static final String AXE = axe();

    /** Without preloading: axe would read the style sheets again, and write them into the page against its policy. */
    private static final String JUDGE = """
            async all => (await axe.run({
              preload: false,
              resultTypes: ['violations'],
              ...(all ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] }),
            })).violations
              .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`))
            """;

    /** Milliseconds; for machines that are busy. */
    private static final double PATIENCE = 60_000;

    static final Path PICTURES = Path.of("target", "screenshots");

    final Page page;
    final Look look;
    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    /** The status of the page that is opened, when it is one that the browser takes for an error. */
    private int expected;

    Visitor(BrowserContext context, Look look) {
        this.context = context;
        this.look = look;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page = context.newPage();
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error('policy', event.violatedDirective, event.blockedURI))");
        page.onConsoleMessage(message -> {
            boolean fault = List.of("error", "warning").contains(message.type());
            if (fault && !refused(message.text())) faults.add(message.text());
        });
        page.onPageError(faults::add);
        page.onRequest(request -> {
            URI address = URI.create(request.url());
            if (!"data".equals(address.getScheme()) && !"127.0.0.1".equals(address.getHost()))
                faults.add(request.url());
        });
    }

    /** Opens a page that is refused, which the browser notes as an error of its own. */
    Visitor is_refused(RunningSandbox sandbox, String path, int status) {
        expected = status;
        page.navigate(sandbox.address() + path);
        sees_a_sound_page("refused " + status);
        expected = 0;
        return this;
    }

    private boolean refused(String fault) {
        return expected > 0 && fault.contains("the server responded with a status of " + expected);
    }

    Visitor opens(RunningSandbox sandbox) {
        return opens(sandbox, "");
    }

    Visitor opens(RunningSandbox sandbox, String query) {
        page.navigate(sandbox.address() + "/sandbox" + query);
        assertThat(page.locator("body[data-ready=true]")).isVisible();
        return this;
    }

    /** Comes into somebody's console by the link that the bot sends them. */
    Visitor enters(RunningSandbox sandbox, String person) {
        page.navigate(sandbox.address() + sandbox.consoleLink(person));
        page.locator("main button").click();
        assertThat(page.locator("h1")).hasText("我的");
        return this;
    }

    /** Opens a page of the console. */
    Visitor looks_at(RunningSandbox sandbox, String path) {
        page.navigate(sandbox.address() + "/console/" + path);
        sees_a_sound_page("console " + path.replaceAll("[/?=]", "-"));
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The elements of a kind that show a person. */
    Locator find(String selector, String person) {
        return page.locator(selector)
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-person='" + person + "']")));
    }

    Locator phone(String person) {
        return page.locator(".phone[data-person='" + person + "']");
    }

    /** Chooses who speaks; on a small screen also comes back to the chats. */
    Locator speaksAs(String person) {
        if (look == Look.PHONE) panel("people");
        find(".people [data-person='" + person + "']").click();
        return phone(person);
    }

    void panel(String name) {
        find("nav.panels [data-panel=" + name + "]").click();
    }

    void says(String person, String chat, String text) {
        Locator phone = speaksAs(person);
        phone.locator("[data-chat='" + chat + "']").click();
        phone.locator(".composer textarea").fill(text);
        phone.locator(".composer textarea").press("Enter");
    }

    /**
     * What must hold in every state of the page, in both themes; takes a picture of each. By dark only the colours are judged
     * anew: the rest is the same page.
     */
    void sees_a_sound_page(String state) {
        assertThat(faults).as("faults in " + state).isEmpty();
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        assertThat(overflow).as("wider than the screen: " + state).isEqualTo(false);
        if (!(boolean) page.evaluate("() => 'axe' in window")) page.evaluate(AXE);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            boolean all = scheme == ColorScheme.LIGHT;
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            takes_a_picture(state + (all ? "" : "-dark"));
            assertThat((List<?>) page.evaluate(JUDGE, all))
                    .as("accessibility of " + state)
                    .isEmpty();
        }
    }

    private void takes_a_picture(String name) {
        String file = look.fileName() + "-" + name.replace(' ', '-') + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
