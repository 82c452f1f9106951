package io.xietong.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether this node should get traffic; asked by a load balancer every few seconds. Thread-safe and quick. */
public interface Health {

    /** False once the process can only be cured by a restart. */
    boolean alive();

    /** False while the database is out of reach or the node is starting or stopping. */
    boolean ready();

    /** All nodes that share the database, this one included. */
    List<Node> nodes();

    /** This machine's clock beside each platform's. */
    List<Clock> clocks();

    /**
     * A clock as the platform's answers tell.
     *
     * @param ahead by how much this machine's is ahead; empty until the platform has answered
     * @param well  false when so much is between them that what the platform brings is refused
     * @param what  what to do about a clock that is off, in the company's language; empty when there is nothing
     */
    record Clock(String platform, Optional<Duration> ahead, boolean well, String what) {}

    /**
     * A node as the others see it.
     *
     * @param silentSeconds since it last said that it lives
     * @param skewMillis    by how much the database's clock is ahead of its own
     * @param sweeps        whether it rings clocks
     */
    record Node(String host, String address, String version, long silentSeconds, long skewMillis, boolean sweeps) {}
}
