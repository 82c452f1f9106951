package io.xietong.app.web;

import java.util.List;

/** Whether this node should get traffic; asked by a load balancer every few seconds. Thread-safe and quick. */
public interface Health {

    /** False once the process can only be cured by a restart. */
    boolean alive();

    /** False while the database is out of reach or the node is starting or stopping. */
    boolean ready();

    /** All nodes that share the database, this one included. */
    List<Node> nodes();

    /**
     * A node as the others see it.
     *
     * @param silentSeconds since it last said that it lives
     * @param skewMillis    by how much the database's clock is ahead of its own
     * @param sweeps        whether it rings clocks
     */
    record Node(String host, String address, String version, long silentSeconds, long skewMillis, boolean sweeps) {}
}
