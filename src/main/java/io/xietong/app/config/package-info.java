/** Reads the files of {@code config/} and the environment, strictly: what is wrong is named by key, value and what is allowed. */
package io.xietong.app.config;
