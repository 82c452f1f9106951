package io.xietong.app.desk;

import io.xietong.app.store.Json;
import io.xietong.core.item.Fact;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;

/** Says the entries of trails. Immutable. */
public record TrailWords(Features features, Organisation organisation) {

    /** What happened. */
    public Message tell(TrailEntry entry) {
        return kind(entry).feature().told(fact(entry), organisation);
    }

    /** What happened, as it was decided. */
    Fact fact(TrailEntry entry) {
        return (Fact) Json.read(entry.detail(), kind(entry).facts().get(entry.fact()));
    }

    private Kind<?, ?> kind(TrailEntry entry) {
        return features.of(entry.item().kind()).orElseThrow();
    }

    /** Who did it, and in whose name: a name or a message. */
    public Object actor(TrailEntry entry) {
        if (entry.actor().person().isEmpty()) return Message.of("item.trail.clock");
        String name = organisation.nameOf(entry.actor().person().get());
        return entry.actor()
                .inNameOf()
                .<Object>map(other -> Message.of("request.in-name-of", name, organisation.nameOf(other)))
                .orElse(name);
    }
}
