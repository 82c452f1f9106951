/** What the application gives to the platforms' adapters: answers in time, shared tokens, leases and web forms. */
package io.xietong.app.platform;
