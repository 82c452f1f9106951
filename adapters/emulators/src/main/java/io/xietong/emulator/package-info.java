/**
 * Fake platforms on loopback: what the real ones check, they check; what the real ones forget, they forget. Each has the
 * check-list at the end of its sheet (platforms/*.md). For tests, and for {@code scripts/run --emulate}.
 */
package io.xietong.emulator;
