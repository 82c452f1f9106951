package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The programs that share this database, and which may. */
public final class JdbiNodes {

    private final Handle handle;

    JdbiNodes(Handle handle) {
        this.handle = handle;
    }

    /** Writes that a node lives. */
    public void seen(Node node) {
        int known = handle.execute(
                "UPDATE node SET seen_at = ?, skew_millis = ?, sweeps = ?, address = ? WHERE id = ?",
                values(node.seen(), node.skew().toMillis(), node.sweeps(), node.address(), node.id()));
        if (known > 0) return;
        handle.execute(
                "INSERT INTO node (id, host, address, version, started_at, seen_at, skew_millis, sweeps)"
                        + " VALUES (?,?,?,?,?,?,?,?)",
                values(
                        node.id(),
                        node.host(),
                        node.address(),
                        node.version(),
                        node.started(),
                        node.seen(),
                        node.skew().toMillis(),
                        node.sweeps()));
    }

    public void gone(String id) {
        handle.execute("DELETE FROM node WHERE id = ?", id);
    }

    /** Forgets nodes that fell silent long ago. */
    public void forgetBefore(Instant time) {
        handle.execute("DELETE FROM node WHERE seen_at < ?", Sql.utc(time));
    }

    /** While none runs: a copy that was made of a running program says that it does. */
    void forgetAll() {
        handle.execute("DELETE FROM node");
    }

    /** The oldest first. */
    public List<Node> all() {
        return handle.createQuery("SELECT * FROM node ORDER BY started_at, id")
                .map((row, context) -> new Node(
                        row.getString("id"),
                        row.getString("host"),
                        row.getString("address"),
                        row.getString("version"),
                        Sql.instant(row, "started_at"),
                        Sql.instant(row, "seen_at"),
                        Duration.ofMillis(row.getLong("skew_millis")),
                        row.getBoolean("sweeps")))
                .list();
    }

    /** The migration that a program must know at least to work on these tables. */
    public int oldest() {
        return handle.createQuery("SELECT oldest FROM schema_age WHERE id = 1")
                .mapTo(Integer.class)
                .one();
    }
}
