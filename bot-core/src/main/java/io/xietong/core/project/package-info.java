/** 协同项目: charter, signatures, milestones and the committee's word on them (spec.md 4.3; plan duties 8, 12, 13, 26-28). */
package io.xietong.core.project;
