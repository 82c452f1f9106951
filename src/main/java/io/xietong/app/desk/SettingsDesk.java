package io.xietong.app.desk;

import io.xietong.app.store.JdbiPeople.Setting;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.TalkCards;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Shows and changes what the speaker has set, within their turn. */
record SettingsDesk(Turn turn, TalkCards cards, List<String> reachedOn) {

    private static final String LAST = TalkCommand.Settings.LAST;

    Answer handle(TalkCommand.Settings wanted) {
        Setting old = turn.books.people().setting(turn.speaker.id());
        if (wanted.isEmpty()) {
            turn.answer(turn.aside(), card(cards, old));
            return Answer.NONE;
        }
        Optional<String> unknown = wanted.platform().filter(name -> !name.equals(LAST) && !reachedOn.contains(name));
        if (unknown.isPresent()) return turn.tell(noPlatform(unknown.get()));
        Setting next = new Setting(
                wanted.language().or(old::language),
                wanted.quietFrom().or(old::quietFrom),
                wanted.quietTo().or(old::quietTo),
                wanted.digest().orElse(old.digest()),
                wanted.platform().or(old::platform).filter(name -> !name.equals(LAST)),
                old.spokeOn());
        turn.books.people().set(turn.speaker.id(), next);
        if (!turn.pressed()) return turn.confirm(saved(next));
        Words words = Words.in(language(next), turn.organisation().zone());
        return new Answer(Optional.of(words.say(saved(next))), true, Optional.of(card(cards.in(words), next)));
    }

    private Card card(TalkCards drawn, Setting setting) {
        return drawn.settings(
                language(setting),
                quiet(setting),
                setting.digest(),
                reachedOn,
                setting.platform().orElse(LAST));
    }

    private Message saved(Setting setting) {
        Object where = reachedOn.size() < 2
                ? ""
                : Message.of(
                        "talk.settings.saved-platform", name(setting.platform().orElse(LAST)));
        return Message.of(
                "talk.settings.saved",
                language(setting).tag(),
                quiet(setting),
                Message.of(setting.digest() ? "talk.settings.on" : "talk.settings.off"),
                where);
    }

    private Message noPlatform(String name) {
        List<Object> choices =
                reachedOn.stream().<Object>map(SettingsDesk::name).toList();
        return Message.of("talk.settings.no-platform", name(name), choices);
    }

    private static Message name(String platform) {
        return Message.of("talk.platform." + platform);
    }

    private String quiet(Setting setting) {
        LocalTime from = setting.quietFrom().orElse(turn.company.talk().quietFrom());
        LocalTime to = setting.quietTo().orElse(turn.company.talk().quietTo());
        return from + "-" + to;
    }

    private Language language(Setting setting) {
        return setting.language().orElse(turn.organisation().language());
    }
}
