/**
 * Feishu (飞书, Lark). Events come by webhook or long connection, both our own; messages go out over REST through the official
 * SDK, which appears in this package alone. {@link io.xietong.feishu.Feishu} is the way in.
 */
package io.xietong.feishu;
