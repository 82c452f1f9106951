package io.xietong.core.notice;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Input;
import io.xietong.core.card.Tone;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form for a new notice. */
public final class NoticeForm {

    private NoticeForm() {}

    /** Filled in as far as it is known. */
    public static Card card(NoticeCommand.Draft draft, Words words) {
        List<Input.Option> kinds = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values())
            kinds.add(new Input.Option(kind.name(), words.say(NoticeCards.kind(kind))));
        List<Input.Option> must = List.of(
                new Input.Option("no", words.say("notice.form.must-no")),
                new Input.Option("yes", words.say("notice.form.must-yes")));
        return Card.titled(words.say("notice.form.title"), Tone.INFO)
                .line(words.say("notice.form.what"))
                .form(List.of(
                        Input.longText("text", words.say("notice.form.text"), true, "", draft.text()),
                        Input.choice(
                                "kind",
                                words.say("notice.form.kind"),
                                true,
                                draft.kind().name(),
                                kinds),
                        Input.text(
                                "audience",
                                words.say("notice.form.audience"),
                                true,
                                words.say("notice.form.audience-hint"),
                                draft.audience()),
                        Input.choice(
                                "must", words.say("notice.form.must"), true, draft.mustRead() ? "yes" : "no", must),
                        Input.text("at", words.say("notice.form.at"), false, words.say("notice.form.at-hint"), "")))
                .buttons(List.of(new Button(
                        "publish",
                        words.say("notice.button.publish"),
                        "公告",
                        Button.Style.PRIMARY,
                        Optional.of(words.say("notice.confirm.publish")))))
                .build();
    }
}
