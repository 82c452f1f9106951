package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.app.desk.CourierPolicy;
import io.xietong.app.desk.Features;
import io.xietong.core.chat.TalkPolicy;
import io.xietong.core.request.RequestPolicy;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.util.List;

/** {@code config/policy.yml}: every number of the plan. */
public record Policy(RequestPolicy request, TalkPolicy talk, CourierPolicy courier) {

    /** @throws ConfigFault with all problems: key, value and what is allowed */
    public static Policy read(Path file) {
        return of(Yaml.file(file), file.toString());
    }

    /** All kinds of items, by these numbers. */
    public Features features() {
        return new Features(request);
    }

    /** The plan's own numbers. */
    public static Policy usual() {
        return of(Defaults.tree("policy"), "policy.yml");
    }

    private static Policy of(JsonNode tree, String name) {
        KnownKeys keys = new KnownKeys(Defaults.tree("policy"), name).file(tree);
        Values values = new Values(keys.values(), name, keys.problems());
        Policy policy = new Policy(request(values), talk(values), courier(values));
        List<Message> problems = values.problems();
        if (!problems.isEmpty()) throw new ConfigFault(problems);
        return policy;
    }

    private static RequestPolicy request(Values values) {
        return new RequestPolicy(
                values.word("request.response.mode", List.of("natural", "natural-rolled", "working-hours")),
                values.duration("request.response.time", "1h", "30d"),
                values.duration("request.response.least-working-time", "0s", "8h"),
                values.percents("request.rungs"),
                values.number("request.overdue-rounds", 0, 60),
                values.number("request.clarification-days", 1, 30),
                values.number("request.acceptance-days", 1, 60),
                values.number("request.longest-pauses", 0, 20),
                values.duration("request.nudge-every", "0s", "7d"),
                values.number("request.nudges-per-day", 1, 50),
                values.number("request.bounces", 1, 20),
                values.number("request.reopen-days", 0, 250),
                values.number("request.reopens-before-heads", 1, 20),
                values.number("request.similar-shown", 0, 5));
    }

    private static TalkPolicy talk(Values values) {
        return new TalkPolicy(
                values.time("talk.quiet-from"),
                values.time("talk.quiet-to"),
                values.time("talk.digest-at"),
                values.duration("talk.repeat-window", "0s", "1h"),
                values.number("talk.longest-text", 100, 8000),
                values.duration("talk.card-lifetime-slack", "1h", "5d"));
    }

    private static CourierPolicy courier(Values values) {
        return new CourierPolicy(
                values.number("courier.attempts", 1, 50), values.duration("courier.first-retry", "1s", "10m"),
                values.duration("courier.longest-retry", "1s", "1d"),
                        values.number("courier.per-target-minute", 1, 100000));
    }
}
