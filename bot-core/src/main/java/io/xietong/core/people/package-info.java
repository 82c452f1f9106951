/** Who works where, who stands in for whom, and who may act for a department. */
package io.xietong.core.people;
