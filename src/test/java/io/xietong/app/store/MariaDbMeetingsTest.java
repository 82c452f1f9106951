package io.xietong.app.store;

/** The same on a real MariaDB. */
class MariaDbMeetingsTest extends MeetingsContract {

    @Override
    Database open() {
        return Database.open(MariaDbServer.shared().freshDatabase(), "root", "", 10);
    }
}
