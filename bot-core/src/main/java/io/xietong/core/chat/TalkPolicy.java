package io.xietong.core.chat;

import java.time.Duration;
import java.time.LocalTime;

/**
 * The numbers of conversation, from {@code policy.yml}.
 *
 * @param quietFrom       messages that can wait are held from this local time of day …
 * @param quietTo         … until the first working minute after this one; days off are quiet throughout
 * @param digestAt        when the morning digest of a working day goes out
 * @param repeatWindow    the same text from the same person within it is asked about, not done twice
 * @param longestText     characters a person may write in one field
 * @param cardLifetimeSlack how long before a platform's card expires it is sent anew
 * @param consoleLink       how long a link into the console opens it
 * @param consoleVisit      after so long the console asks for a new link
 */
public record TalkPolicy(
        LocalTime quietFrom,
        LocalTime quietTo,
        LocalTime digestAt,
        Duration repeatWindow,
        int longestText,
        Duration cardLifetimeSlack,
        Duration consoleLink,
        Duration consoleVisit) {}
