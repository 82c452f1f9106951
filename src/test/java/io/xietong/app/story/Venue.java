package io.xietong.app.story;

import io.xietong.core.chat.Chat;

/** Where a story plays, and what was said there. */
record Venue(Stage stage, ScriptedPlatform platform) {

    /** Somebody's own chat with the bot. */
    Chat single(String person) {
        return new Chat(stage.name(), stage.account(person), Chat.Kind.SINGLE, "");
    }
}
