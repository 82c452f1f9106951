package io.xietong.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/** The screens that the page must be good on, each in both themes. */
enum Look {
    DESKTOP(1440, 900),
    PHONE(375, 667);

    private final int width;
    private final int height;

    Look(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN")
                .setTimezoneId("America/Chicago");
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
