/** The work calendar: which days and hours are worked, and how time limits are counted in them (spec.md section 3). */
package io.xietong.core.calendar;
