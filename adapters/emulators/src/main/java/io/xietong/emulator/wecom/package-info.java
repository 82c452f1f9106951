/** A fake WeCom: one self-built application and one smart bot, with their crypto, cards, codes, connection, limits and quirks. */
package io.xietong.emulator.wecom;
