package io.xietong.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.xietong.core.Heard;
import io.xietong.core.action.ActionFact;
import io.xietong.core.chat.Phrase;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.dispute.DisputeCommand;
import io.xietong.core.dispute.DisputeFact;
import io.xietong.core.dispute.DisputeKind;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.gate.GateFact;
import io.xietong.core.gate.Verdict;
import io.xietong.core.item.ItemKind;
import io.xietong.core.library.LibraryFact;
import io.xietong.core.library.Shelf;
import io.xietong.core.meeting.MeetingFact;
import io.xietong.core.meeting.Reply;
import io.xietong.core.notice.NoticeFact;
import io.xietong.core.notice.NoticeKind;
import io.xietong.core.project.Approval;
import io.xietong.core.project.ProjectCommand;
import io.xietong.core.project.ProjectFact;
import io.xietong.core.project.ProjectKind;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.State;
import io.xietong.core.vote.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, and every key that the sources use exists. */
class WordFilesTest {

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(WORDS)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".zh-CN.properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    /** In the order of the file, so that a key that stands there twice is found. */
    private static Map<String, String> texts(String file, Language language) throws IOException {
        Path path = WORDS.resolve(file + "." + language.tag() + ".properties");
        Map<String, String> texts = new TreeMap<>();
        for (String line : Files.readAllLines(path)) {
            int equals = line.indexOf('=');
            if (equals < 0 || line.startsWith("#")) continue;
            String twice = texts.put(line.substring(0, equals).strip(), line.substring(equals + 1));
            if (twice != null) fail(path + " has a key twice: " + line);
        }
        return texts;
    }

    private static Set<String> all(Language language) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String file : files()) keys.addAll(texts(file, language).keySet());
        return keys;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) places.add(matcher.group(1));
        return places;
    }

    @Test
    void both_languages_have_the_same_keys_no_empty_text_and_the_same_places() throws IOException {
        assertThat(files()).contains("calendar", "organisation", "phrase", "request", "talk", "text");
        for (String file : files()) {
            Map<String, String> chinese = texts(file, Language.CHINESE);
            Map<String, String> english = texts(file, Language.ENGLISH);
            assertThat(english.keySet()).as(file).isEqualTo(chinese.keySet());
            chinese.forEach((key, text) -> {
                assertThat(key).as("keys begin with the file's name").startsWith(file + ".");
                assertThat(text).as(key + " zh-CN").isNotBlank();
                assertThat(english.get(key)).as(key + " en").isNotBlank();
                assertThat(places(english.get(key))).as(key).isEqualTo(places(text));
            });
        }
    }

    @Test
    void no_chinese_in_the_english_files_outside_examples_that_name_a_verb() throws IOException {
        for (String file : files()) {
            texts(file, Language.ENGLISH).forEach((key, text) -> {
                if (text.codePoints()
                        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN))
                    fail(key + " is not English: " + text);
            });
        }
    }

    @Test
    void every_literal_key_in_the_sources_has_a_text() throws IOException {
        Set<String> keys = all(Language.CHINESE);
        Pattern literal =
                Pattern.compile("\"((?:" + String.join("|", files()) + ")\\.[A-Za-z0-9.-]*[A-Za-z0-9])\"(?!\\s*\\+)");
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path source : sources()) {
            Matcher matcher = literal.matcher(Files.readString(source));
            while (matcher.find()) {
                found++;
                if (!keys.contains(matcher.group(1))) missing.add(matcher.group(1) + " in " + source.getFileName());
            }
        }
        assertThat(found).isGreaterThan(80);
        assertThat(missing).isEmpty();
    }

    /** Calls such as {@code say("state-line")} in a class whose keys all begin with {@code request.}. */
    @Test
    void every_shortened_key_in_the_sources_has_a_text() throws IOException {
        Set<String> keys = all(Language.CHINESE);
        Map<String, Map<String, String>> prefixes = Map.ofEntries(
                Map.entry("RequestCards.java", Map.of("say", "request.")),
                Map.entry("NextSteps.java", Map.of("say", "request.", "text", "request.")),
                Map.entry("DisputeCards.java", Map.of("say", "dispute.")),
                Map.entry("DisputeSteps.java", Map.of("say", "dispute.", "text", "dispute.")),
                Map.entry("DisputeNews.java", Map.of("message", "dispute.news.", "everybody", "dispute.news.")),
                Map.entry("GateCards.java", Map.of("say", "gate.")),
                Map.entry("GateSteps.java", Map.of("say", "gate.", "text", "gate.")),
                Map.entry(
                        "GateNews.java",
                        Map.of("message", "gate.news.", "everybody", "gate.news.", "lead", "gate.news.")),
                Map.entry("MeetingCards.java", Map.of("say", "meeting.")),
                Map.entry("MeetingSteps.java", Map.of("say", "meeting.")),
                Map.entry("MeetingNews.java", Map.of("say", "meeting.news.")),
                Map.entry("LibraryFeature.java", Map.of("say", "library.news.")),
                Map.entry("NoticeNews.java", Map.of("say", "notice.news.")),
                Map.entry("ActionFeature.java", Map.of("say", "action.news.")),
                Map.entry("ProjectCards.java", Map.of("say", "project.")),
                Map.entry("ProjectSteps.java", Map.of("say", "project.", "text", "project.")),
                Map.entry("WeeklyReport.java", Map.of("add", "project.report.", "list", "project.report.")),
                Map.entry("ProjectReminders.java", Map.of("message", "project.news.")),
                Map.entry("MilestoneLine.java", Map.of("wrong", "project.line.")),
                Map.entry(
                        "ProjectNews.java",
                        Map.of(
                                "message", "project.news.",
                                "everybody", "project.news.",
                                "lead", "project.news.",
                                "drafter", "project.news.",
                                "goesRound", "project.news.")),
                Map.entry("OrganisationCheck.java", Map.of("error", "organisation.", "warning", "organisation.")),
                Map.entry(
                        "RequestNews.java",
                        Map.of(
                                "requester", "request.news.",
                                "owner", "request.news.",
                                "both", "request.news.",
                                "heads", "request.news.",
                                "watchers", "request.news.",
                                "ask", "request.news.",
                                "message", "request.news.")),
                Map.entry(
                        "Rungs.java",
                        Map.of("contact", "request.rung.", "requester", "request.rung.", "deputies", "request.rung.")));
        List<String> missing = new ArrayList<>();
        Map<String, Integer> found = new HashMap<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            if (!prefixes.containsKey(name)) continue;
            String text = Files.readString(source);
            prefixes.get(name).forEach((method, prefix) -> {
                Matcher matcher = Pattern.compile(
                                "(?<![.\\w])" + method + "\\(\\s*\"([a-z][A-Za-z.-]*[a-z])\"(?!\\s*\\+)")
                        .matcher(text);
                while (matcher.find()) {
                    found.merge(name, 1, Integer::sum);
                    if (!keys.contains(prefix + matcher.group(1)))
                        missing.add(prefix + matcher.group(1) + " in " + name);
                }
            });
        }
        assertThat(found.keySet()).isEqualTo(prefixes.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void every_verb_has_help_and_an_example_that_is_understood() throws IOException {
        Set<String> keys = all(Language.CHINESE);
        for (Phrase phrase : Heard.BOOK.phrases()) {
            assertThat(keys).contains(phrase.help().key(), phrase.example().key());
            for (Language language : Language.values()) {
                String example = Words.in(language, ZoneId.of("Asia/Shanghai")).say(phrase.example());
                assertThat(Heard.TUESDAY.command(example).getClass().getName())
                        .as(example)
                        .matches(
                                ".*(RequestCommand|DisputeCommand|ActionCommand|ProjectCommand|GateCommand|MeetingCommand|NoticeCommand|LibraryCommand|SharedCommand|TalkCommand)\\$.*");
            }
        }
        assertThat(RequestCommand.verbs())
                .allSatisfy(verb -> assertThat(verb.isRecord()).isTrue());
    }

    @Test
    void every_fact_state_and_purpose_has_words() throws IOException {
        Set<String> keys = all(Language.CHINESE);
        for (Class<?> fact : RequestFact.class.getPermittedSubclasses()) {
            assertThat(keys).contains("request.fact." + fact.getSimpleName());
        }
        for (Class<?> fact : DisputeFact.class.getPermittedSubclasses())
            assertThat(keys).contains("dispute.fact." + fact.getSimpleName());
        for (Class<?> fact : ActionFact.class.getPermittedSubclasses())
            assertThat(keys).contains("action.fact." + fact.getSimpleName());
        for (Class<?> fact : ProjectFact.class.getPermittedSubclasses())
            assertThat(keys).contains("project.fact." + fact.getSimpleName());
        for (var state : io.xietong.core.project.State.values())
            assertThat(keys).contains("project.state." + state);
        for (var kind : ProjectKind.values()) assertThat(keys).contains("project.kind." + kind);
        for (var choice : ProjectCommand.Choice.values()) assertThat(keys).contains("project.choice." + choice);
        for (var question : Approval.Question.values()) assertThat(keys).contains("project.question." + question);
        for (Class<?> fact : GateFact.class.getPermittedSubclasses())
            assertThat(keys).contains("gate.fact." + fact.getSimpleName());
        for (Class<?> fact : MeetingFact.class.getPermittedSubclasses()) {
            if (fact != MeetingFact.InvitationAnswered.class)
                assertThat(keys).contains("meeting.fact." + fact.getSimpleName());
        }
        for (Reply reply : Reply.values())
            assertThat(keys).contains("meeting.fact.answered-" + reply, "meeting.reply." + reply);
        for (var state : io.xietong.core.meeting.State.values())
            assertThat(keys).contains("meeting.state." + state);
        for (Class<?> fact : NoticeFact.class.getPermittedSubclasses())
            assertThat(keys).contains("notice.fact." + fact.getSimpleName());
        for (Class<?> fact : LibraryFact.class.getPermittedSubclasses())
            assertThat(keys).contains("library.fact." + fact.getSimpleName());
        for (Class<?> fact : SharedFact.class.getPermittedSubclasses()) {
            if (fact != SharedFact.RungReached.class) assertThat(keys).contains("item.fact." + fact.getSimpleName());
        }
        for (State state : State.values()) assertThat(keys).contains("request.state." + state);
        for (var state : io.xietong.core.dispute.State.values())
            assertThat(keys).contains("dispute.state." + state);
        for (var state : io.xietong.core.action.State.values()) assertThat(keys).contains("action.state." + state);
        for (var state : io.xietong.core.gate.State.values()) assertThat(keys).contains("gate.state." + state);
        for (Verdict verdict : Verdict.values()) assertThat(keys).contains("gate.verdict." + verdict);
        for (String refusal : List.of("no-reason-FAIL", "no-reason-ABSTAIN", "answered", "answered-for-good"))
            assertThat(keys).contains("gate.refused." + refusal);
        for (String what : List.of("release", "withdraw"))
            assertThat(keys).contains("gate.refused.confirm-" + what, "gate.confirm." + what, "gate.button." + what);
        for (var state : io.xietong.core.notice.State.values()) assertThat(keys).contains("notice.state." + state);
        for (NoticeKind kind : NoticeKind.values()) assertThat(keys).contains("notice.kind." + kind);
        for (var state : io.xietong.core.library.State.values())
            assertThat(keys).contains("library.state." + state);
        for (Shelf shelf : Shelf.values()) assertThat(keys).contains("library.shelf." + shelf);
        for (ItemKind kind : ItemKind.values()) assertThat(keys).contains("talk.export.kind." + kind);
        for (DisputeKind kind : DisputeKind.values()) assertThat(keys).contains("dispute.kind." + kind);
        for (Rule rule : Rule.values()) assertThat(keys).contains("dispute.rule." + rule);
        for (var choice : DisputeCommand.Choice.values()) assertThat(keys).contains("phrase.vote." + choice);
        for (Purpose purpose : Purpose.values()) assertThat(keys).contains("item.purpose." + purpose);
        for (String feature :
                List.of("request", "dispute", "action", "project", "gate", "meeting", "notice", "library"))
            assertThat(keys).contains(feature + ".refused.not-yours-to-see");
        for (String step : List.of("percent", "ahead", "due", "overdue"))
            assertThat(keys).contains("item.fact.rung-" + step);
        for (String what : List.of("response", "promise")) {
            for (String who : List.of("contact", "head", "requester")) {
                assertThat(keys)
                        .contains(
                                "request.rung.overdue-" + what + "-" + who,
                                "request.rung.still-overdue-" + what + "-" + who);
            }
        }
    }

    @Test
    void the_files_are_found_on_the_class_path_as_utf_8() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/words/request.zh-CN.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(texts.getProperty("request.state.DECLINED")).isEqualTo("已婉拒");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }
}
