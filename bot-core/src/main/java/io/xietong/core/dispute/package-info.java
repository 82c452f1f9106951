/** 争议: negotiation on the front line, between the heads, and the committee's ruling (spec.md 4.2; plan duties 9, 34-36). */
package io.xietong.core.dispute;
