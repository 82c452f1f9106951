/** A fake Feishu: the checks, limits, life times and answers of platforms/feishu.md, for one app in one company. */
package io.xietong.emulator.feishu;
