package io.xietong.app.web;

import io.xietong.core.text.Words;
import java.util.Optional;

/**
 * What the template of a file's page shows.
 *
 * @param token of the link as long as it opens the file
 * @param name  of the file; empty when there is none
 * @param size  in words, such as {@code 12 KB}
 */
public record FilePage(Words words, String company, Optional<String> token, String heading, String name, String size) {

    public String say(String key) {
        return words.say("file." + key);
    }
}
