/** The sandbox's page in a real browser: tours, keyboard, both themes, two sizes. Needs Debian's chromium. */
package io.xietong.app.browser;
