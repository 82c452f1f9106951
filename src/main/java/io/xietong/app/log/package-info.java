/** What is logged and what never is. */
package io.xietong.app.log;
