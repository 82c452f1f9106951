/** A fake DingTalk: Stream gateway, cards, robot messages, address book and scene groups, with its limits and its quirks. */
package io.xietong.emulator.dingtalk;
