/**
 * What the fuzz targets share. A target is a class {@code *Fuzz} beside what it tries, in the package of the code, so that it reaches
 * what is not public; its corpus lies under the test resources (decision 0038).
 */
package io.xietong.fuzz;
