package io.xietong.app.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.xietong.app.platform.PromptReceiver;
import java.util.List;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. Stops gracefully: streams end, requests that are being answered get their answer. Thread-safe. */
public final class Web implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Web.class);
    private static final int STOP_MILLIS = 5_000;
    /** So that pages are answered while three platforms have brought as many events as are taken. */
    private static final int THREADS = 3 * PromptReceiver.MOST + 100;
    /**
     * Connections that may wait to be taken while the processors are busy; the system allows 4096 or fewer. Whoever finds no room
     * is not refused: its system tries again after a second, then after two more, and the platform has given up by then. Java's
     * usual 50 are fewer than a platform opens in a burst.
     */
    private static final int NOT_YET_ACCEPTED = 1_024;

    private final Javalin server;
    private final List<Door> doors;

    private Web(Javalin server, List<Door> doors) {
        this.server = server;
        this.doors = doors;
    }

    /** @param port 0 for any that is free */
    public static Web start(String host, int port, List<Door> doors) {
        Javalin server = Javalin.create(config -> {
            limits(config);
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, host, port));
            Strangers strangers = new Strangers();
            config.routes.before(SecurityHeaders::set);
            config.routes.before(strangers::check);
            config.routes.after(strangers::note);
            config.routes.exception(EofException.class, Web::isGone);
            config.routes.exception(Exception.class, Web::apologise);
            new AssetsDoor().open(config.routes);
            doors.forEach(door -> door.open(config.routes));
        });
        server.start();
        return new Web(server, List.copyOf(doors));
    }

    /** Makes a server and throws it away: its classes are ready then, and the one that is wanted takes a fraction of the time. */
    public static void warmUp() {
        Javalin.create(Web::limits).jettyServer().server();
    }

    public int port() {
        return server.port();
    }

    private static void limits(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = Body.LIMIT;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(16 * 1024);
        });
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLIS));
    }

    private static Connector connector(Server jetty, HttpConfiguration http, String host, int port) {
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(NOT_YET_ACCEPTED);
        return connector;
    }

    /** Nobody is there to be told, and whoever hangs up on purpose must not fill the log. */
    private static void isGone(EofException gone, Context ctx) {
        log.debug("a caller hung up before the end: {}", gone.getMessage());
        ctx.status(400);
    }

    /** The address of a form, a calendar or a way in opens it, so the log does not hold it. */
    private static void apologise(Exception fault, Context ctx) {
        log.error(
                "{} {} failed",
                ctx.method(),
                ctx.path().replaceFirst("^/(form|calendar|console/enter)/.*", "/$1/…"),
                fault);
        ctx.status(500).contentType("application/json; charset=utf-8").result("{\"error\":\"internal error\"}");
    }

    @Override
    public void close() {
        doors.forEach(Door::close);
        server.stop();
    }
}
