/** 公告: task notices, progress briefs and success stories, who has to read them and who has (spec.md 4.6; plan duty 25). */
package io.xietong.core.notice;
