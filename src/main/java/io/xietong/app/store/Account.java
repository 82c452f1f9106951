package io.xietong.app.store;

/** Who the program is for a database. Never shows its password. */
public record Account(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
