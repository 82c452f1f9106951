/** 例会: series by rule, agenda, attendance, minutes and what follows from them (spec.md 4.5; plan duties 16-17, 21-23). */
package io.xietong.core.meeting;
