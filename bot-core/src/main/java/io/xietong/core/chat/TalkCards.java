package io.xietong.core.chat;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.people.Role;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Draws what the bot says about talking: help, home, the nearest verbs, what is missing, two ways to read something. */
public final class TalkCards {

    private static final List<String> WITHOUT_WORDS =
            List.of("request", "todo", "mine", "contacts", "calendar", "settings", "help");

    private final Phrasebook phrasebook;
    private final Words words;

    public TalkCards(Phrasebook phrasebook, Words words) {
        this.phrasebook = phrasebook;
        this.words = words;
    }

    /** The same cards in other words, such as those of the language that was just chosen. */
    public TalkCards in(Words other) {
        return new TalkCards(phrasebook, other);
    }

    /** What this person can say: verbs of their roles first, the most used of the rest after them. */
    public Card help(Set<Role> roles, boolean group) {
        Card.Builder card = Card.titled(words.say("talk.help.title"), Tone.INFO)
                .line(words.say(group ? "talk.help.group" : "talk.help.single"));
        for (Phrase phrase : phrasebook.phrases()) {
            boolean fits = phrase.who().stream().anyMatch(roles::contains);
            if (fits && !phrase.id().equals("help"))
                card.field(name(phrase), words.say(phrase.help()) + " — " + words.say(phrase.example()));
        }
        return card.buttons(buttons(WITHOUT_WORDS.subList(0, 4))).build();
    }

    /** How one verb is used; empty when there is no such verb. */
    public Optional<Card> help(String verb) {
        String typed = new Typed(verb).folded();
        return phrasebook.phrases().stream()
                .filter(phrase -> phrase.words().anyMatch(typed::equals))
                .findFirst()
                .map(phrase -> Card.titled(name(phrase), Tone.INFO)
                        .line(words.say(phrase.help()))
                        .field(words.say("talk.help.example"), words.say(phrase.example()))
                        .field(words.say("talk.help.also"), String.join(" / ", also(phrase)))
                        .build());
    }

    private static List<String> also(Phrase phrase) {
        List<String> also = new ArrayList<>(phrase.chinese());
        also.addAll(phrase.english());
        return also;
    }

    /**
     * The home card.
     *
     * @param waiting how many items wait for who sees it, or that there are more than are counted
     * @param mine    how many they have a part in, likewise
     */
    public Card home(String name, String waiting, String mine) {
        return Card.titled(words.say("talk.home.title"), Tone.INFO)
                .line(words.say("talk.home.greeting", name))
                .field(words.say("talk.home.waiting"), words.say("talk.home.count", waiting))
                .field(words.say("talk.home.mine"), words.say("talk.home.count", mine))
                .buttons(buttons(List.of("request", "todo", "mine", "contacts", "help")))
                .build();
    }

    /** What the bot says of itself when it joins a group, or is met for the first time. */
    public Card introduction() {
        return Card.titled(words.say("talk.intro.title"), Tone.INFO)
                .line(words.say("talk.intro.what"))
                .line(words.say("talk.intro.how"))
                .buttons(buttons(List.of("request", "contacts", "help")))
                .build();
    }

    /** The three verbs that come nearest, as buttons. */
    public Card unclear(List<Phrase> nearest) {
        Card.Builder card =
                Card.titled(words.say("talk.unclear.title"), Tone.NEUTRAL).line(words.say("talk.unclear.line"));
        nearest.forEach(
                phrase -> card.field(name(phrase), words.say(phrase.help()) + " — " + words.say(phrase.example())));
        return card.buttons(nearest.stream().map(this::button).toList()).build();
    }

    /** Asks for what is missing; labels and hints of the inputs are message keys until here. */
    public Card incomplete(Reading.Incomplete reading) {
        List<Input> inputs = reading.inputs().stream().map(this::said).toList();
        String phrase = reading.phrase().verb()
                + reading.number().map(number -> " " + number).orElse("");
        return Card.titled(
                        name(reading.phrase())
                                + reading.number().map(number -> " " + number).orElse(""),
                        Tone.INFO)
                .line(words.say(reading.question()))
                .form(inputs)
                .buttons(List.of(Button.primary("send", words.say("talk.send"), phrase)))
                .build();
    }

    private Input said(Input input) {
        return new Input(
                input.name(),
                words.say(input.label()),
                input.kind(),
                input.required(),
                input.hint(),
                input.initial(),
                input.options());
    }

    public Card choice(Reading.Choice choice) {
        List<Button> buttons = new ArrayList<>();
        for (Reading.Choice.Option option : choice.options()) {
            buttons.add(Button.plain("choice-" + buttons.size(), words.say(option.label()), option.phrase()));
        }
        return Card.titled(words.say("talk.choice.title"), Tone.INFO)
                .line(words.say(choice.question()))
                .buttons(buttons)
                .build();
    }

    /**
     * The reader's settings, with a form to change them.
     *
     * @param platforms where the reader can be reached; a choice only when there are several
     * @param chosen    one of them, or {@link TalkCommand.Settings#LAST}
     */
    public Card settings(Language language, String quiet, boolean digest, List<String> platforms, String chosen) {
        List<Input.Option> languages = List.of(new Input.Option("zh-CN", "中文"), new Input.Option("en", "English"));
        List<Input.Option> onOff = List.of(
                new Input.Option("yes", words.say("talk.settings.on")),
                new Input.Option("no", words.say("talk.settings.off")));
        List<Input> inputs = new ArrayList<>(List.of(
                Input.choice("language", words.say("talk.settings.language"), false, language.tag(), languages),
                Input.text("quiet", words.say("talk.settings.quiet"), false, "20:00-08:30", quiet),
                Input.choice("digest", words.say("talk.settings.digest"), false, digest ? "yes" : "no", onOff)));
        if (platforms.size() > 1) inputs.add(platform(platforms, chosen));
        return Card.titled(words.say("talk.settings.title"), Tone.INFO)
                .line(words.say("talk.settings.line"))
                .form(inputs)
                .buttons(List.of(Button.primary("save", words.say("talk.settings.save"), "设置")))
                .build();
    }

    private Input platform(List<String> platforms, String chosen) {
        List<Input.Option> options = Stream.concat(Stream.of(TalkCommand.Settings.LAST), platforms.stream())
                .map(name -> new Input.Option(name, words.say("talk.platform." + name)))
                .toList();
        return Input.choice("platform", words.say("talk.settings.platform"), false, chosen, options);
    }

    private List<Button> buttons(List<String> ids) {
        return ids.stream()
                .flatMap(id -> phrasebook.phrases().stream()
                        .filter(phrase -> phrase.id().equals(id)))
                .map(this::button)
                .toList();
    }

    private Button button(Phrase phrase) {
        return Button.plain(phrase.id(), name(phrase), phrase.verb());
    }

    private String name(Phrase phrase) {
        return words.language() == Language.CHINESE
                ? phrase.verb()
                : phrase.english().get(0);
    }
}
