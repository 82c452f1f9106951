package io.xietong.core.chat;

/** What somebody asks the bot to do, once their words are understood. Each feature has its own sealed family. */
public interface Command {}
