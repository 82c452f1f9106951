package io.xietong.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Debian's chromium, started once for all tests that extend with it; no browser is ever downloaded. */
final class Chromium implements BeforeAllCallback {

    private static final Path PROGRAM =
            Path.of(System.getenv().getOrDefault("XIETONG_TEST_CHROMIUM", "/usr/bin/chromium"));

    private Started started;

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent("browser", key -> start(), Started.class);
    }

    private static Started start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new Started(playwright, browser);
    }

    /** A fresh visitor, who has never been here. */
    Visitor visitor(Look look) {
        return new Visitor(started.browser().newContext(look.options()), look);
    }
}
