package io.xietong.app.web;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.text.Words;
import java.util.Map;
import java.util.Optional;

/**
 * What the template of a one-time form shows.
 *
 * @param card     shown whole; empty when there is nothing to show
 * @param token    of the link, as long as the form can be sent
 * @param values   what was filled in so far, by the input's name
 * @param asked    the button that is to be confirmed before it is pressed
 * @param heading  what this page is about; empty for the form as it was linked
 * @param sentence what happened, or what to do
 * @param good     whether the sentence is good news
 */
public record FormPage(
        Words words,
        String company,
        Optional<Card> card,
        Optional<String> token,
        Map<String, String> values,
        Optional<Button> asked,
        Optional<String> heading,
        Optional<String> sentence,
        boolean good) {

    static FormPage form(Words words, String company, String token, Card card) {
        return new FormPage(
                words,
                company,
                Optional.of(card),
                Optional.of(token),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    FormPage with(Map<String, String> filledIn) {
        return new FormPage(words, company, card, token, filledIn, asked, heading, sentence, good);
    }

    /** The same, with the button asked about that names its effect. */
    FormPage asking(Button button) {
        return new FormPage(
                words,
                company,
                card,
                token,
                values,
                Optional.of(button),
                Optional.of(words.say("form.sure")),
                button.confirm(),
                false);
    }

    /** The same, with the reason why nothing was done; it can be corrected as long as the card has buttons. */
    FormPage refused(Answer answer) {
        String sentence = answer.toast().orElseGet(() -> words.say("form.refused-in-chat"));
        return new FormPage(
                words,
                company,
                answer.refreshed().or(() -> card),
                token,
                values,
                Optional.empty(),
                Optional.of(words.say("form.refused")),
                Optional.of(sentence),
                false);
    }

    /** The outcome; nothing can be sent any more. */
    static FormPage outcome(Words words, String company, Answer answer, boolean again) {
        String sentence = answer.toast().orElseGet(() -> words.say("form.done-in-chat"));
        return new FormPage(
                words,
                company,
                answer.refreshed(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(words.say(again ? "form.used" : "form.done")),
                Optional.of(sentence),
                true);
    }

    /**
     * A page without a card.
     *
     * @param what {@code missing}, {@code expired}, {@code unreadable}, {@code not-yours} or {@code who}
     * @param args of its sentence
     */
    static FormPage nothing(Words words, String company, String what, Object... args) {
        return new FormPage(
                words,
                company,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(words.say("form." + what)),
                Optional.of(words.say("form." + what + "-text", args)),
                false);
    }

    public String say(String name, Object... args) {
        return words.say("form." + name, args);
    }

    public String title() {
        return card.map(Card::title).or(() -> heading).orElse("");
    }

    /** The card as a form, with what was filled in. */
    public CardForm filled(Card shown) {
        return new CardForm(words, shown, values, token.isPresent(), Optional.empty());
    }
}
