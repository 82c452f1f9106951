/** The sandbox: a chat platform of our own, in which one tries the bot as anybody, with no account (design.md section 4). */
package io.xietong.sandbox;
