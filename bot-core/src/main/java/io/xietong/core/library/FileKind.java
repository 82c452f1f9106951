package io.xietong.core.library;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Kinds of files that the library can take, each told by what is in the file as well as by the ending of its name. */
public enum FileKind {
    PDF(begins("255044462d")),
    DOCX(office("word/")),
    XLSX(office("xl/")),
    PPTX(office("ppt/")),
    PNG(begins("89504e470d0a1a0a")),
    JPG(begins("ffd8ff")),
    TXT(FileKind::isText),
    CSV(FileKind::isText),
    MD(FileKind::isText);

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String MACROS = "vbaproject.bin";

    private final Predicate<byte[]> content;

    FileKind(Predicate<byte[]> content) {
        this.content = content;
    }

    /** As it stands in the policy and at the end of names. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the ending of a name, whatever its case; {@code jpeg} is the same as {@code jpg}. */
    static Optional<FileKind> named(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String plain = ending.equals("jpeg") ? "jpg" : ending;
        return Arrays.stream(values())
                .filter(kind -> name.contains(".") && kind.ending().equals(plain))
                .findFirst();
    }

    /** Whether there are such files with macros, which are not taken. */
    boolean isOffice() {
        return this == DOCX || this == XLSX || this == PPTX;
    }

    boolean isIn(byte[] file) {
        return content.test(file);
    }

    private static Predicate<byte[]> begins(String hexadecimal) {
        byte[] start = HexFormat.of().parseHex(hexadecimal);
        return file -> file.length > start.length && Arrays.equals(Arrays.copyOf(file, start.length), start);
    }

    /** An Office document is a ZIP with a table of its content types and a folder of its own; one with macros is none. */
    private static Predicate<byte[]> office(String folder) {
        return file -> {
            List<String> names = ZipNames.of(file);
            return names.contains(CONTENT_TYPES)
                    && names.stream().anyMatch(name -> name.startsWith(folder))
                    && names.stream()
                            .noneMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(MACROS));
        };
    }

    /** Text in UTF-8, or as Windows and Excel write Chinese, without control characters. */
    private static boolean isText(byte[] file) {
        return isText(file, StandardCharsets.UTF_8) || isText(file, Charset.forName("GB18030"));
    }

    private static boolean isText(byte[] file, Charset charset) {
        Set<Integer> layout = Set.of((int) '\t', (int) '\n', (int) '\r', (int) '\f');
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .codePoints()
                    .allMatch(point -> !Character.isISOControl(point) || layout.contains(point));
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
