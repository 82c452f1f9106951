/** 行动项: what somebody has to do by a day, from minutes, a ruling or a gate's condition (spec.md 4.5; plan duties 17, 36). */
package io.xietong.core.action;
