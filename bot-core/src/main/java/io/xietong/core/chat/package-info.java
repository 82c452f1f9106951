/** Chat without a platform: what comes in, what goes out, what a platform can do, and how words become commands. */
package io.xietong.core.chat;
