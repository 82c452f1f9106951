/** 轨迹: the append-only, hash-chained history of one item (spec.md 4.12). */
package io.xietong.core.trail;
