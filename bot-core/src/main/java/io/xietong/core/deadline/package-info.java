/** Clocks with rungs: how long something may take, who hears of it on the way, and what stops the clock (spec.md section 3). */
package io.xietong.core.deadline;
