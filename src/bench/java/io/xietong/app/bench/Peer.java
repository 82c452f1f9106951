package io.xietong.app.bench;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.javalin.http.Context;
import io.xietong.app.store.Database;
import io.xietong.app.store.MariaDbServer;
import io.xietong.app.web.Web;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Slack's own Bolt for Java behind the same web server and on the same database: it verifies a signed slash command, its handler
 * writes two rows in one transaction as durable as ours, and acknowledges. Against a bare loop that commits the same two rows, as our
 * doors stand against a loop that commits theirs. What Bolt would ask Slack about who installed it is left out.
 */
final class Peer {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String PATH = "/slack/events";

    private final Commands.Databases databases;
    private final String where;
    private final Table table;
    private final Rounds rounds = new Rounds();

    private Peer(Commands.Databases databases, String where, Table table) {
        this.databases = databases;
        this.where = where;
        this.table = table;
    }

    static void measure(Path folder, Table table) throws Exception {
        Commands.Databases files = connections -> Database.open(
                "jdbc:h2:file:" + folder.resolve(UUID.randomUUID() + "/xietong").toAbsolutePath(),
                "sa",
                "",
                connections);
        Commands.Databases servers =
                connections -> Database.open(MariaDbServer.shared().freshDatabase(), "root", "", connections);
        for (Peer peer : List.of(new Peer(files, "H2", table), new Peer(servers, "MariaDB", table)))
            for (int speakers : new int[] {16, 64, 1}) peer.compare(speakers);
    }

    private void compare(int speakers) throws Exception {
        List<Figures.Run> bolt = new ArrayList<>();
        List<Figures.Run> bare = new ArrayList<>();
        for (Rounds.Round round : rounds.next(speakers)) {
            try (Database database = databases.fresh(speakers + 1)) {
                TwoRows rows = new TwoRows(database);
                int calls = round.calls();
                Figures.Run door = throughBolt(rows, speakers, calls);
                int written = rows.count();
                if (written != 2 * door.nanos().length) throw new IllegalStateException(written + " rows were written");
                Figures.Run loop = bareLoop(rows, speakers, calls);
                if (!round.counts()) continue;
                bolt.add(door);
                bare.add(loop);
            }
        }
        table.compare("Slack Bolt's door, two rows on " + where + ", " + speakers + " concurrent", bolt, bare, "");
    }

    private static Figures.Run bareLoop(TwoRows rows, int speakers, int calls) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int t = 0; t < speakers; t++) connections.add(rows.connection());
            return Crowd.run(speakers, calls, (thread, number) -> rows.write(connections.get(thread), "text"));
        } finally {
            for (Connection connection : connections) connection.close();
        }
    }

    private static Figures.Run throughBolt(TwoRows rows, int speakers, int calls) throws Exception {
        SlackSignature.Generator signature = new SlackSignature.Generator(SECRET);
        AppConfig config = AppConfig.builder().signingSecret(SECRET).build();
        App app = new App(config, List.of(new RequestVerification(new SlackSignature.Verifier(signature))));
        app.command("/ask", (request, context) -> {
            rows.write(request.getPayload().getText());
            return context.ack("noted");
        });
        app.start();
        SlackRequestParser parser = new SlackRequestParser(config);
        List<Caller> callers = new ArrayList<>();
        List<byte[]> requests = signed(signature, calls);
        try (Web web =
                Web.start("127.0.0.1", 0, List.of(routes -> routes.post(PATH, ctx -> answer(ctx, app, parser))))) {
            for (int t = 0; t < speakers; t++) callers.add(new Caller(web.port()));
            return Crowd.run(
                    speakers,
                    calls,
                    (thread, number) -> callers.get(thread).call(requests.get(thread * (calls / speakers) + number)));
        } finally {
            for (Caller caller : callers) caller.close();
            app.stop();
        }
    }

    private static void answer(Context ctx, App app, SlackRequestParser parser) throws Exception {
        Map<String, List<String>> headers = new HashMap<>();
        ctx.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
        Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(ctx.path())
                .queryString(ctx.queryParamMap())
                .requestBody(ctx.body())
                .headers(new RequestHeaders(headers))
                .remoteAddress(ctx.ip())
                .build());
        Response response = app.run(request);
        ctx.status(response.getStatusCode()).contentType(response.getContentType());
        if (response.getBody() != null) ctx.result(response.getBody());
    }

    private static List<byte[]> signed(SlackSignature.Generator signature, int calls) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String stamp = Long.toString(System.currentTimeMillis() / 1000);
            String text = URLEncoder.encode("设计部 新品海报 " + i, StandardCharsets.UTF_8);
            String body =
                    "token=t&team_id=T1&team_domain=d&channel_id=C1&channel_name=c&user_id=U1&user_name=u&command=%2Fask&text="
                            + text + "&api_app_id=A1&response_url=https%3A%2F%2Fslack.example%2F&trigger_id=" + i;
            requests.add(("POST " + PATH
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "X-Slack-Request-Timestamp: " + stamp + "\r\nX-Slack-Signature: "
                            + signature.generate(stamp, body) + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        return requests;
    }

    /** Two tables of the peer's own, written in one transaction as our own transactions are. */
    private record TwoRows(Database database) {

        private static final String FIRST = "INSERT INTO peer_ask (id, text) VALUES (?,?)";
        private static final String SECOND = "INSERT INTO peer_note (id, ask, text) VALUES (?,?,?)";

        TwoRows {
            try (Connection connection = database.connection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE peer_ask (id VARCHAR(36) PRIMARY KEY, text VARCHAR(500) NOT NULL)");
                statement.execute("CREATE TABLE peer_note (id VARCHAR(36) PRIMARY KEY, ask VARCHAR(36) NOT NULL,"
                        + " text VARCHAR(500) NOT NULL)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Connection connection() throws SQLException {
            Connection connection = database.connection();
            connection.setAutoCommit(false);
            return connection;
        }

        /** As a handler does: a connection from the pool for each command. */
        void write(String text) {
            try (Connection connection = connection()) {
                write(connection, text);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void write(Connection connection, String text) throws SQLException {
            String ask = UUID.randomUUID().toString();
            database.changes().lock();
            try (var first = connection.prepareStatement(FIRST);
                    var second = connection.prepareStatement(SECOND)) {
                first.setString(1, ask);
                first.setString(2, text);
                first.executeUpdate();
                second.setString(1, UUID.randomUUID().toString());
                second.setString(2, ask);
                second.setString(3, text);
                second.executeUpdate();
                connection.commit();
            } finally {
                database.changes().unlock();
            }
            database.flush();
        }

        int count() throws SQLException {
            try (Connection connection = database.connection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "SELECT (SELECT COUNT(*) FROM peer_ask) + (SELECT COUNT(*) FROM peer_note)")) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
