package io.xietong.app.web;

/** Whether this node should get traffic; asked by a load balancer every few seconds. Thread-safe and quick. */
public interface Health {

    /** False once the process can only be cured by a restart. */
    boolean alive();

    /** False while the database is out of reach or the node is starting or stopping. */
    boolean ready();
}
