package io.xietong.app.story;

/** What everybody in a venue's group sees. */
record GroupChat(Venue venue) {

    Seen sees(String part) {
        return new Seen(
                venue.platform().take(venue.stage().group().id(), part),
                venue.stage().group(),
                venue);
    }
}
