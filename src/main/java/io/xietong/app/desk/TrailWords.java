package io.xietong.app.desk;

import io.xietong.app.store.Json;
import io.xietong.core.people.Organisation;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.Told;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says the entries of a trail. */
public final class TrailWords {

    private static final Map<String, Class<?>> FACTS = Arrays.stream(RequestFact.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private TrailWords() {}

    /** What happened. */
    public static Message tell(TrailEntry entry, Organisation organisation) {
        return Told.of((RequestFact) Json.read(entry.detail(), FACTS.get(entry.fact())), organisation);
    }

    /** Who did it, and in whose name: a name or a message. */
    public static Object actor(TrailEntry entry, Organisation organisation) {
        if (entry.actor().person().isEmpty()) return Message.of("request.trail.clock");
        String name = organisation.nameOf(entry.actor().person().get());
        return entry.actor()
                .inNameOf()
                .<Object>map(other -> Message.of("request.in-name-of", name, organisation.nameOf(other)))
                .orElse(name);
    }
}
