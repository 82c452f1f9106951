/**
 * WeCom: a self-built application, which knows people, and a smart bot, which hears groups, used together. Encrypted callbacks or
 * the bot's long connection in; REST and the same connection out (platforms/wecom.md).
 */
package io.xietong.wecom;
