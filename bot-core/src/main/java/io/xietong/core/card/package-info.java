/** The neutral card: what is shown and what can be pressed, before a platform draws it. All texts are plain; platforms escape them. */
package io.xietong.core.card;
