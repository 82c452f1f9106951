package io.xietong.app.store;

import io.xietong.app.search.SearchIndex;

/** What is kept in memory beside the tables, one for each open database. Thread-safe. */
record Memory(RecentNeeds recent, Serials serials, PeopleFacts.Kept people, SearchIndex search) {

    /** @param ours whether no other process can change the tables */
    static Memory empty(boolean ours) {
        return new Memory(
                new RecentNeeds(ours, System::nanoTime),
                new Serials(ours),
                new PeopleFacts.Kept(ours),
                new SearchIndex());
    }
}
