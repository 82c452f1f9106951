/** Puts the parts together, explicitly. */
package io.xietong.app.wiring;
