package io.xietong.core.chat;

import io.xietong.core.card.Card;
import java.net.URI;

/**
 * Makes one-time links to a web page with a card's form, for platforms whose own cards cannot ask for text or a date. A link is
 * bound to the one person it is made for; what is sent from the page counts as a press on the card's button. Thread-safe.
 */
public interface FormLinks {

    /** @param single the reader's chat with the bot; forms are never linked in a group, where anybody could use them */
    URI link(Chat single, Card card);
}
