package io.xietong.core.dispute;

/**
 * One side of a dispute, as it stands on the card beside the other.
 *
 * @param department id
 * @param speaker    who speaks for it on the front line; person id
 * @param position   in its own words; empty until it is stated
 */
public record Side(String department, String speaker, String position) {

    Side stating(String words) {
        return new Side(department, speaker, words);
    }
}
