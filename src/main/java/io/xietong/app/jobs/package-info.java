/** The bells: Quartz rings them, the desk does the work. */
package io.xietong.app.jobs;
