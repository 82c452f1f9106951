package io.xietong.app.web;

import io.javalin.config.RoutesConfig;

/** A group of addresses that belong together: a platform's callbacks, the console, the sandbox. */
public interface Door extends AutoCloseable {

    /** Names the addresses and what answers them. Called once, before the server starts. */
    void open(RoutesConfig routes);

    /** Ends what would keep the server from stopping, such as open streams. */
    @Override
    default void close() {}
}
