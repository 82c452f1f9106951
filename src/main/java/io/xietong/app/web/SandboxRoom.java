package io.xietong.app.web;

import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.sandbox.SandboxChat;
import io.xietong.sandbox.SandboxGroups;
import io.xietong.sandbox.SandboxLog;

/** All that the sandbox's pages speak to. */
public record SandboxRoom(
        Organisation organisation,
        SandboxGroups groups,
        SandboxLog log,
        ChatPlatform platform,
        Receiver desk,
        Delivered delivered,
        SandboxClock clock,
        Inspector inspector,
        Completer completer) {

    Person person(String id) {
        return organisation.person(id).orElseThrow(() -> ApiFault.missing("no-person", id));
    }

    /** A chat that the person can see; others do not exist for them. */
    SandboxChat chat(Person person, String id) {
        return groups.find(id)
                .filter(chat -> chat.holds(person.id()))
                .orElseThrow(() -> ApiFault.missing("no-chat", person.name()));
    }
}
