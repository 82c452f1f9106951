package io.xietong.app.store;

import io.xietong.app.search.SearchIndex;

/** What is kept in memory beside the tables, one for each open database. Thread-safe. */
record Memory(RecentNeeds recent, Serials serials, PeopleFacts.Kept people, SearchIndex search) {}
