/** What requests, disputes, projects and the rest have in common: a number people can say, facts that happened to it, people who watch it. */
package io.xietong.core.item;
