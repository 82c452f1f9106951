package io.xietong.core.item;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number people say for an item, such as {@code XQ-132}. Never reused within a company.
 *
 * @param serial from 1
 */
public record ItemNumber(ItemKind kind, long serial) implements Comparable<ItemNumber> {

    private static final Pattern TYPED =
            Pattern.compile("(?i)(?<![a-z0-9])(XQ|ZY|XM|PS|HY|XD|GG|WJ)\\s{0,3}[-–—_#:.]?\\s{0,3}(\\d{1,12})(?!\\d)");

    public ItemNumber {
        if (serial < 1) throw new IllegalArgumentException("serials start at 1: " + serial);
    }

    public static ItemNumber request(long serial) {
        return new ItemNumber(ItemKind.REQUEST, serial);
    }

    /** Reads a number as people type it: case, full-width digits and the dash do not matter; empty when it is not one. */
    public static Optional<ItemNumber> read(String typed) {
        Matcher matcher =
                TYPED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
        return matcher.matches() ? of(matcher) : Optional.empty();
    }

    /** The pattern of a number inside a longer text already folded to half-width; groups are prefix and digits. */
    public static Pattern pattern() {
        return TYPED;
    }

    /** The number that a matcher of {@link #pattern()} has found; empty for serial 0. */
    public static Optional<ItemNumber> of(Matcher found) {
        long serial = Long.parseLong(found.group(2));
        if (serial < 1) return Optional.empty();
        String prefix = found.group(1).toUpperCase(Locale.ROOT);
        for (ItemKind kind : ItemKind.values()) {
            if (kind.prefix().equals(prefix)) return Optional.of(new ItemNumber(kind, serial));
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(ItemNumber other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Long.compare(serial, other.serial);
    }

    @Override
    public String toString() {
        return kind.prefix() + "-" + serial;
    }
}
