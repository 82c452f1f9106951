package io.xietong.app.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.chat.Inbound;
import java.util.Optional;

/** The form behind a card that links to one. */
final class LinkedForm {

    private LinkedForm() {}

    /** Its token, when the card was made for this account and is pressed as it stands, and the button does not do without it. */
    static Optional<String> needed(OneTimeForms forms, String account, JsonNode card, Inbound.Press press) {
        String link = card.path("card_action").path("url").asText();
        String token = link.substring(link.lastIndexOf('/') + 1);
        return forms.open(token)
                .filter(linked -> linked.account().equals(account))
                .map(OneTimeForms.Linked::card)
                .filter(linked -> linked.version() == press.version() && isNeeded(linked, press))
                .map(linked -> token);
    }

    /** Something must be filled in, or was. */
    private static boolean isNeeded(Card card, Inbound.Press press) {
        return card.parts().stream()
                .filter(Part.Form.class::isInstance)
                .flatMap(part -> ((Part.Form) part).inputs().stream())
                .anyMatch(input ->
                        input.required() || !press.form().get(input.name()).equals(input.initial()));
    }
}
