package io.xietong.core.request;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.card.Tone;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Words;
import java.time.LocalDate;
import java.util.List;

/** Draws a draft as the form a request is filed with; empty fields are asked for, known ones filled in. */
public final class RequestForm {

    private RequestForm() {}

    /** The same for a text that was filed a moment ago: submitting it files it a second time. */
    public static Card again(RequestCommand.Draft draft, Organisation organisation, String from, Words words) {
        return card(draft, organisation, from, words, "求助 " + draft.person().orElse("") + " 仍要");
    }

    /** @param from the requester's own department, which is not offered */
    public static Card card(RequestCommand.Draft draft, Organisation organisation, String from, Words words) {
        return card(draft, organisation, from, words, "求助 " + draft.person().orElse(""));
    }

    private static List<Option> departmentsBut(String from, Organisation organisation) {
        return organisation.departments().stream()
                .filter(department -> !department.id().equals(from))
                .map(department -> new Option(department.id(), department.name()))
                .toList();
    }

    private static List<Option> yesNo(Words words) {
        return List.of(
                new Option("no", words.say("request.form.ordinary")), new Option("yes", words.say("request.urgent")));
    }

    private static List<Option> visibilities(Words words) {
        return List.of(
                new Option("departments", words.say("request.form.departments")),
                new Option("company", words.say("request.form.company")),
                new Option("named", words.say("request.form.named")));
    }

    private static Card card(
            RequestCommand.Draft draft, Organisation organisation, String from, Words words, String phrase) {
        return Card.titled(words.say("request.form.title"), Tone.INFO)
                .line(words.say(draft.need().isBlank() ? "request.form.fill-in" : "request.form.confirm"))
                .field(
                        words.say("request.answered-by"),
                        draft.person().map(organisation::nameOf).orElse(""))
                .form(inputs(draft, organisation, from, words))
                .buttons(List.of(Button.primary(
                        "file", words.say("request.form.file"), phrase.strip().replace("  ", " "))))
                .build();
    }

    private static List<Input> inputs(RequestCommand.Draft draft, Organisation organisation, String from, Words words) {
        return List.of(
                Input.choice(
                        "department",
                        words.say("request.form.department"),
                        true,
                        draft.department().orElse(""),
                        departmentsBut(from, organisation)),
                Input.longText(
                        "need", words.say("request.need"), true, words.say("request.form.need-hint"), draft.need()),
                Input.date(
                        "wantedBy",
                        words.say("request.wanted-by"),
                        false,
                        draft.wantedBy().map(LocalDate::toString).orElse("")),
                Input.text("support", words.say("request.support-needed"), false, "", ""),
                Input.choice(
                        "urgent", words.say("request.urgency"), false, draft.urgent() ? "yes" : "no", yesNo(words)),
                Input.choice(
                        "visibility", words.say("request.form.visibility"), false, "departments", visibilities(words)),
                Input.text("named", words.say("request.form.cc"), false, words.say("request.form.cc-hint"), ""));
    }
}
