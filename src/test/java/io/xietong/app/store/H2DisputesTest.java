package io.xietong.app.store;

import java.util.UUID;

class H2DisputesTest extends DisputesContract {

    @Override
    Database open() {
        return Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
    }
}
