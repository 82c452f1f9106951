/** All tables and everything that reads or writes them. Nothing outside this package knows SQL. */
package io.xietong.app.store;
