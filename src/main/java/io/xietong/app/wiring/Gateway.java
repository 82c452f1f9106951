package io.xietong.app.wiring;

import io.xietong.app.web.Door;
import io.xietong.core.chat.ChatPlatform;
import java.util.List;

/** A chat platform that is switched on: the way out, and the doors by which it comes in. */
interface Gateway {

    ChatPlatform platform();

    /** Made once, after the engine; they open with the web server and close with it. */
    List<Door> doors(Engine engine, Vitals vitals);
}
