/** 需求单: a structured ask from one department to another, answered within 24 hours (spec.md 4.1; plan duties 3, 29-31). */
package io.xietong.core.request;
