package io.xietong.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Several files in one ZIP. Its bytes depend on nothing but names, contents and order: all files have the same time, and none is
 * compressed, because compressors differ from machine to machine.
 */
public final class Bundle {

    public static final String TYPE = "application/zip";

    /** Later than the first day that a ZIP can name, which would be written with a time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9-]+/)?[A-Za-z0-9-]+\\.[a-z]+");

    private Bundle() {}

    /**
     * @param files by name, in the order in which they shall stand
     * @throws IllegalArgumentException when a name could be anything but a file's in the place where it is unpacked
     */
    public static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a name for a file: " + name);
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }
}
