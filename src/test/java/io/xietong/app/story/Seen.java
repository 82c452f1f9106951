package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Chat;
import java.util.List;

/** A message that somebody has read. */
final class Seen {
    final Posted message;
    final Chat chat;
    private final Venue venue;

    Seen(Posted message, Chat chat, Venue venue) {
        this.message = message;
        this.chat = chat;
        this.venue = venue;
    }

    Seen on(String platform) {
        assertThat(venue.stage().name()).isEqualTo(platform);
        return this;
    }

    Seen with(String... parts) {
        assertThat(message.text()).contains(parts);
        return this;
    }

    Seen without(String... parts) {
        assertThat(message.text()).doesNotContain(parts);
        return this;
    }

    Seen offering(String... buttons) {
        assertThat(message.buttons()).containsExactly(buttons);
        return this;
    }

    List<String> buttons() {
        return message.buttons();
    }

    Seen in_form(String... labels) {
        assertThat(message.inputs()).containsExactly(labels);
        return this;
    }

    /** The same message with the card it has at this moment, to be pressed when it is out of date. */
    Seen as_it_is() {
        return new Seen(venue.platform().current(message), chat, venue);
    }

    /** The buttons it has now. */
    Seen now_offers(String... buttons) {
        assertThat(venue.platform().current(message).buttons()).containsExactly(buttons);
        return this;
    }

    String text() {
        return message.text();
    }

    /** As the card looks now, after it was updated in place. */
    Seen now_reads(String... parts) {
        assertThat(venue.platform().current(message).text()).contains(parts);
        return this;
    }
}
