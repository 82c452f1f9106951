/** What a kind of item must say of itself, so that the desk, the courier, the sweep and the lists can treat all kinds alike. */
package io.xietong.core.feature;
