package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody who has the page open. Notes everything that must never happen: errors in the console, violations of the content
 * security policy, requests to other hosts.
 */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    final Page page;
    final Look look;
    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();

    Visitor(BrowserContext context, Look look) {
        this.context = context;
        this.look = look;
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error('policy', event.violatedDirective, event.blockedURI))");
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) faults.add(message.text());
        });
        page.onPageError(faults::add);
        page.onRequest(request -> {
            URI address = URI.create(request.url());
            if (!"data".equals(address.getScheme()) && !"127.0.0.1".equals(address.getHost()))
                faults.add(request.url());
        });
    }

    Visitor opens(RunningSandbox sandbox) {
        return opens(sandbox, "");
    }

    Visitor opens(RunningSandbox sandbox, String query) {
        page.navigate(sandbox.address() + "/sandbox" + query);
        assertThat(page.locator("body[data-ready=true]")).isVisible();
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator phone(String person) {
        return page.locator(".phone[data-person='" + person + "']");
    }

    /** Chooses who speaks; on a small screen also comes back to the chats. */
    Locator speaksAs(String person) {
        if (look.isPhone()) panel("people");
        find(".people [data-person='" + person + "']").click();
        return phone(person);
    }

    void panel(String name) {
        find("nav.panels [data-panel=" + name + "]").click();
    }

    void says(String person, String chat, String text) {
        Locator phone = speaksAs(person);
        phone.locator("[data-chat='" + chat + "']").click();
        phone.locator("textarea").fill(text);
        phone.locator("textarea").press("Enter");
    }

    /** What must hold in every state of the page. */
    void sees_a_sound_page(String state) {
        assertThat(faults).as("faults in " + state).isEmpty();
        assertThat(violations()).as("accessibility of " + state).isEmpty();
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
        assertThat(overflow).as("wider than the screen: " + state).isEqualTo(false);
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Visitor::described).toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining("\n"));
    }

    void takes_a_picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + look.fileName() + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
