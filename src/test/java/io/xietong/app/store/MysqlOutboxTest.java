package io.xietong.app.store;

/** The same on a real MariaDB by way of MySQL's driver. */
class MysqlOutboxTest extends OutboxContract {

    @Override
    Database open() {
        return Database.open(MariaDbServer.shared().freshDatabaseForMysql(), "root", "", 10);
    }
}
