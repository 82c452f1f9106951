/** 联合评审: a project's stage opens when every named department has passed the one before (spec.md 4.4; plan duties 15, 32, 33). */
package io.xietong.core.gate;
