package io.xietong.core.library;

import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which files the library takes, from {@code policy.yml}. A name that would be something else on somebody's computer than it looks
 * here is refused and not mended, so that everybody sees the same name.
 *
 * @param largest bytes
 * @param kinds   in the order in which they are named to people
 */
public record UploadRules(long largest, List<FileKind> kinds) {

    private static final int LONGEST_NAME = 120;
    private static final Pattern PATH = Pattern.compile("[/\\\\]|^\\.+$");
    private static final Pattern MEANS_SOMETHING = Pattern.compile("[<>:\"|?*]");
    /** Names that are devices on Windows, with any ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])\\s*(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Set<Byte> INVISIBLE =
            Set.of(Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE);

    public UploadRules {
        kinds = List.copyOf(kinds);
    }

    /** Why a file is not taken, as a sentence that says what to do; empty when it is. */
    public Optional<Message> fault(String name, byte[] content) {
        return nameFault(name).or(() -> contentFault(name, content));
    }

    private Optional<Message> nameFault(String name) {
        int length = name.codePointCount(0, name.length());
        if (name.isBlank()) return says("no-file");
        if (name.chars().anyMatch(Character::isISOControl)) return says("control");
        if (name.codePoints().anyMatch(point -> INVISIBLE.contains((byte) Character.getType(point))))
            return says("invisible");
        if (PATH.matcher(name).find()) return says("path");
        if (MEANS_SOMETHING.matcher(name).find()) return says("characters");
        if (length > LONGEST_NAME) return says("long", length, LONGEST_NAME);
        if (DEVICE.matcher(name).matches()) return says("device", name);
        return FileKind.named(name).filter(kinds::contains).isPresent()
                ? Optional.empty()
                : says("kind", name, endings());
    }

    private Optional<Message> contentFault(String name, byte[] content) {
        FileKind kind = FileKind.named(name).orElseThrow();
        if (content.length == 0) return says("empty", name);
        if (content.length > largest) return Optional.of(tooLarge());
        return kind.isIn(content)
                ? Optional.empty()
                : says(kind.isOffice() ? "office" : "content", name, kind.ending());
    }

    /** What is said of a file that is too large, also when it was not even read. */
    public Message tooLarge() {
        return Message.of("library.upload.large", megabytes());
    }

    /** The limit in megabytes. */
    public long megabytes() {
        return largest / 1024 / 1024;
    }

    /** The endings of what is taken. */
    public List<Object> endings() {
        return kinds.stream().<Object>map(FileKind::ending).toList();
    }

    private static Optional<Message> says(String key, Object... args) {
        return Optional.of(Message.of("library.upload." + key, args));
    }
}
