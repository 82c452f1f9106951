package io.xietong.app.store;

/** What is kept in memory beside the tables, one for each open database. Thread-safe. */
record Memory(RecentNeeds recent, Serials serials) {}
