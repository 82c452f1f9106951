package io.xietong.app.web;

import java.util.Map;

/** What the console answers to a request of somebody who is in. */
sealed interface ConsoleReply {

    /** @param template in {@code jte/console}, without its ending; @param model its parameters besides the frame */
    record Page(ConsoleFrame frame, String template, Map<String, Object> model) implements ConsoleReply {}

    /** A file to be saved. */
    record File(String name, String type, byte[] content) implements ConsoleReply {}

    /** There is no such thing, or it is not theirs to see: nobody can tell which. */
    record Nothing(ConsoleFrame frame) implements ConsoleReply {}
}
