package io.xietong.core.people;

/**
 * How far a platform's list of people is believed.
 *
 * @param leastListed percent of the people with an account there that it must list; with fewer the app cannot see everybody
 */
public record DirectoryPolicy(int leastListed) {

    /** @param mapped how many people of the organisation have an account there */
    public boolean doubts(int listed, int mapped) {
        return listed * 100L < (long) mapped * leastListed;
    }
}
