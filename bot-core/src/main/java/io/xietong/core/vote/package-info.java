/** Voting, the same for disputes, joint gates, the year's plan and awards: who may vote, when it is decided, and for what. */
package io.xietong.core.vote;
