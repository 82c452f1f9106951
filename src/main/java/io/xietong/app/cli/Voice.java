package io.xietong.app.cli;

import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Map;

/** Speaks to the administrator: results on standard output, faults on standard error, in the language of the terminal. */
record Voice(Words words, PrintWriter out, PrintWriter err) {

    /** Chinese unless the terminal asks for English. */
    static Words words(Map<String, String> environment) {
        String locale = environment.getOrDefault("LC_ALL", environment.getOrDefault("LANG", ""));
        return Words.in(locale.startsWith("en") ? Language.ENGLISH : Language.CHINESE, ZoneId.systemDefault());
    }

    /** The same, with moments told as in a zone: until the company's is known, the machine's. */
    Voice at(ZoneId zone) {
        return new Voice(Words.in(words.language(), zone), out, err);
    }

    void tell(String key, Object... args) {
        tell(Message.of(key, args));
    }

    void tell(Message message) {
        out.println(words.say(message));
        out.flush();
    }

    void complain(Message message) {
        err.println(words.say(message));
        err.flush();
    }
}
