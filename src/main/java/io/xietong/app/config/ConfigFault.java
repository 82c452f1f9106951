package io.xietong.app.config;

import io.xietong.core.text.Message;
import java.util.List;

/** The configuration cannot be used. All problems are told at once. */
public final class ConfigFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Message> problems;

    public ConfigFault(List<Message> problems) {
        super(problems.size() + " problems in the configuration");
        this.problems = List.copyOf(problems);
    }

    /** Each a sentence that says what to do. */
    public List<Message> problems() {
        return problems;
    }
}
