/** Texts in the reader's language: everything the bot says is a {@link io.xietong.core.text.Message} until it is shown to somebody. */
package io.xietong.core.text;
