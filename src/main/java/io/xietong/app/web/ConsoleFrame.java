package io.xietong.app.web;

import io.xietong.app.desk.Seeing;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What surrounds every page of the console.
 *
 * @param company  the company's name
 * @param person   who looks
 * @param watch    whether 值守 is theirs
 * @param current  the name of the page in the menu; empty for none of these
 * @param title    of the page
 * @param sought   what stands in the search field
 */
public record ConsoleFrame(
        Words words,
        String company,
        String person,
        Instant now,
        boolean watch,
        String current,
        String title,
        String sought) {

    private static final List<String> PAGES =
            List.of("mine", "department", "disputes", "projects", "meetings", "notices", "recent", "all");

    static ConsoleFrame of(Seeing seeing, String current, String title) {
        return new ConsoleFrame(
                seeing.words(),
                seeing.company(),
                seeing.person().name(),
                seeing.now(),
                seeing.keepsWatch(),
                current,
                title,
                "");
    }

    ConsoleFrame seeking(String words) {
        return new ConsoleFrame(this.words, company, person, now, watch, current, title, words);
    }

    /** Names of the pages in the menu, in its order. */
    public List<String> pages() {
        if (!watch) return PAGES;
        List<String> pages = new ArrayList<>(PAGES);
        pages.add("duty");
        return pages;
    }

    /** Where a page of the menu is. */
    public String path(String page) {
        return page.equals("mine") ? "/console" : "/console/" + page;
    }

    /** BCP 47 tag of the page's language. */
    public String language() {
        return words.language().tag();
    }

    /** A text of {@code words/console}. */
    public String say(String name, Object... args) {
        return words.say("console." + name, args);
    }

    /** A moment or a day in words. */
    public String tell(Object what) {
        return words.say("text.verbatim", what);
    }
}
