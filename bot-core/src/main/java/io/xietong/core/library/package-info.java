/** 文件: the public library of projects, shared data and policies (spec.md 4.6; plan duty 24). */
package io.xietong.core.library;
