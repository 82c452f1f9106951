/**
 * DingTalk: robot messages and card clicks in, over Stream or HTTP; cards, texts and groups out over the documented REST
 * (platforms/dingtalk.md).
 */
package io.xietong.dingtalk;
