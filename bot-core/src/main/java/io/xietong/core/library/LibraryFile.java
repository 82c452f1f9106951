package io.xietong.core.library;

/**
 * A file that was uploaded.
 *
 * @param name as {@link UploadRules} let it through
 * @param hash SHA-256 of its content in hexadecimal digits
 * @param size bytes
 */
public record LibraryFile(String name, String hash, long size) {

    /** Its name and about how large it is. */
    public String described() {
        return name + " · " + (size < 1_000_000 ? Math.max(1, size / 1_000) + " KB" : size / 1_000_000 + " MB");
    }
}
