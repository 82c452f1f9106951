/**
 * The one place where a command is handled: one transaction with inbox key, state, trail, deadlines and outbox; and the courier
 * that carries the outbox to the platforms.
 */
package io.xietong.app.desk;
