package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.app.desk.CourierPolicy;
import io.xietong.app.desk.Features;
import io.xietong.core.action.ActionPolicy;
import io.xietong.core.chat.TalkPolicy;
import io.xietong.core.dispute.DisputeKind;
import io.xietong.core.dispute.DisputePolicy;
import io.xietong.core.gate.GatePolicy;
import io.xietong.core.library.FileKind;
import io.xietong.core.library.LibraryPolicy;
import io.xietong.core.library.UploadRules;
import io.xietong.core.meeting.MeetingPolicy;
import io.xietong.core.notice.NoticePolicy;
import io.xietong.core.people.DirectoryPolicy;
import io.xietong.core.project.ProjectKind;
import io.xietong.core.project.ProjectPolicy;
import io.xietong.core.request.RequestPolicy;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Rule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code config/policy.yml}: every number of the plan. */
public record Policy(
        RequestPolicy request,
        DisputePolicy dispute,
        ActionPolicy action,
        ProjectPolicy project,
        GatePolicy gate,
        MeetingPolicy meeting,
        NoticePolicy notice,
        LibraryPolicy library,
        TalkPolicy talk,
        DirectoryPolicy directory,
        CourierPolicy courier) {

    /** @throws ConfigFault with all problems: key, value and what is allowed */
    public static Policy read(Path file) {
        return of(Yaml.file(file), file.toString());
    }

    /** All kinds of items, by these numbers. */
    public Features features() {
        return new Features(request, dispute, action, project, gate, meeting, notice, library);
    }

    /** The plan's own numbers. */
    public static Policy usual() {
        return of(Defaults.tree("policy"), "policy.yml");
    }

    private static Policy of(JsonNode tree, String name) {
        KnownKeys keys = new KnownKeys(Defaults.tree("policy"), name).file(tree);
        Values values = new Values(keys.values(), name, keys.problems());
        Policy policy = new Policy(
                request(values),
                dispute(values),
                action(values),
                project(values),
                gate(values),
                new MeetingValues(values).policy(),
                notice(values),
                library(values),
                talk(values),
                new DirectoryPolicy(values.number("sync.least-listed", 0, 100)),
                courier(values));
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

    private static DisputePolicy dispute(Values values) {
        int limit = values.number("dispute.limit-day", 2, 60);
        Map<DisputeKind, Rule> rules = new EnumMap<>(DisputeKind.class);
        for (DisputeKind kind : DisputeKind.values())
            rules.put(kind, values.choice("dispute.rules." + kind.name().toLowerCase(Locale.ROOT), Rule.values()));
        return new DisputePolicy(
                values.number("dispute.front-line-days", 1, 30),
                values.number("dispute.heads-days", 1, 30),
                values.number("dispute.receipt-days", 1, 30),
                values.number("dispute.remind-day", 1, limit - 1),
                limit,
                values.number("dispute.overdue-rounds", 0, 60),
                values.number("dispute.quorum", 0, 100),
                values.duration("dispute.alone", "0s", "5d"),
                values.choice("dispute.early-escalation", DisputePolicy.EarlyEscalation.values()),
                values.number("dispute.review-days", 0, 250),
                rules);
    }

    private static ActionPolicy action(Values values) {
        return new ActionPolicy(
                values.number("action.remind-days", 0, 30), values.number("action.overdue-rounds", 0, 60));
    }

    private static ProjectPolicy project(Values values) {
        Map<ProjectKind, Rule> rules = new EnumMap<>(ProjectKind.class);
        for (ProjectKind kind : ProjectKind.values()) {
            String key = "project.approval." + kind.name().toLowerCase(Locale.ROOT);
            approval(values, key).ifPresent(rule -> rules.put(kind, rule));
        }
        return new ProjectPolicy(
                values.number("project.sign-days", 1, 60),
                values.number("project.duty-days", 1, 30),
                values.number("project.approval-days", 1, 60),
                values.number("project.overdue-rounds", 0, 60),
                values.falling("project.remind-days", 0, 60),
                weekday(values, "project.report-day"),
                values.number("project.quorum", 0, 100),
                rules,
                values.choice("project.approval.plan", Rule.values()),
                values.choice("project.approval.baseline", Rule.values()));
    }

    /** Empty for {@code none}. */
    private static Optional<DayOfWeek> weekday(Values values, String key) {
        String day = values.word(key, List.of("none", "monday", "tuesday", "wednesday", "thursday", "friday"));
        return day.equals("none") ? Optional.empty() : Optional.of(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
    }

    /** By which rule the committee approves; empty for {@code none}. */
    private static Optional<Rule> approval(Values values, String key) {
        List<String> words = new ArrayList<>(List.of("none"));
        for (Rule rule : Rule.values())
            words.add(rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String word = values.word(key, words);
        return word.equals("none")
                ? Optional.empty()
                : Optional.of(Rule.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static GatePolicy gate(Values values) {
        return new GatePolicy(
                values.number("gate.review-days", 1, 30),
                values.percents("gate.rungs"),
                values.number("gate.overdue-rounds", 0, 60),
                values.duration("gate.overrule", "0s", "5d"),
                values.number("gate.condition-days", 1, 250));
    }

    private static NoticePolicy notice(Values values) {
        return new NoticePolicy(
                values.number("notice.read-days", 1, 30),
                values.number("notice.remind-days", 0, 10),
                values.number("notice.overdue-rounds", 0, 30),
                values.flag("notice.heads-to-all"));
    }

    private static UploadRules uploads(Values values) {
        List<String> kinds =
                Arrays.stream(FileKind.values()).map(FileKind::ending).toList();
        return new UploadRules(
                values.number("library.upload-megabytes", 1, 100) * 1024L * 1024,
                values.words("library.upload-kinds", kinds).stream()
                        .map(kind -> FileKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .toList());
    }

    private static LibraryPolicy library(Values values) {
        return new LibraryPolicy(
                values.number("library.review-months", 1, 60),
                values.number("library.remind-days", 0, 30),
                values.number("library.overdue-rounds", 0, 30),
                uploads(values));
    }

    private static TalkPolicy talk(Values values) {
        return new TalkPolicy(
                values.time("talk.quiet-from"),
                values.time("talk.quiet-to"),
                values.time("talk.digest-at"),
                values.duration("talk.repeat-window", "0s", "1h"),
                values.number("talk.longest-text", 100, 8000),
                values.duration("talk.card-lifetime-slack", "1h", "5d"),
                values.duration("talk.console-link", "1m", "1h"),
                values.duration("talk.console-visit", "15m", "7d"));
    }

    private static CourierPolicy courier(Values values) {
        return new CourierPolicy(
                values.number("courier.attempts", 1, 50),
                values.duration("courier.first-retry", "1s", "10m"),
                values.duration("courier.longest-retry", "1s", "1d"),
                values.number("courier.per-target-minute", 1, 100000),
                values.number("courier.nodes", 1, 20),
                values.flag("courier.urgent-reminders"));
    }
}
