package io.xietong.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken: by their names, by how large they are, and by what is in them. */
class UploadRulesTest {

    private static final byte[] TEXT = utf8("编号,价格\r\n1,\t9.90\n");
    private final UploadRules rules = new UploadRules(1024 * 1024, List.of(FileKind.values()));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String fault(String name, byte[] content) {
        return rules.fault(name, content).map(Message::key).orElse("").replace("library.upload.", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"定价.csv", "a.TXT", "说明.v2.md", "年报 2026(终稿).txt", "海报🎉.csv", "conn.txt", "-rf.txt", "%2e%2e.txt"
            })
    void plain_names_are_taken(String name) {
        assertThat(fault(name, TEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.txt", "nul.csv", "Aux.tar.txt", "com1.txt", "LPT9.md", "COM¹.txt", "prn .txt"})
    void devices_of_windows_are_not(String name) {
        assertThat(fault(name, TEXT)).isEqualTo("device");
    }

    @Test
    void hostile_names_are_refused_with_a_reason_of_their_own() {
        assertThat(fault("", TEXT)).isEqualTo("no-file");
        assertThat(fault(" ", TEXT)).isEqualTo("no-file");
        assertThat(fault("../a.txt", TEXT)).isEqualTo("path");
        assertThat(fault("a\\b.txt", TEXT)).isEqualTo("path");
        assertThat(fault("..", TEXT)).isEqualTo("path");
        assertThat(fault("a\r\nX-Evil: 1.txt", TEXT)).isEqualTo("control");
        assertThat(fault("a\u0000.txt", TEXT)).isEqualTo("control");
        assertThat(fault("<script>.txt", TEXT)).isEqualTo("characters");
        assertThat(fault("a:b.txt", TEXT)).isEqualTo("characters");
        assertThat(fault("gpj\u202Etxt.csv", TEXT)).isEqualTo("invisible");
        assertThat(fault("a\u2028.csv", TEXT)).isEqualTo("invisible");
        assertThat(fault("a\uD83D.csv", TEXT)).isEqualTo("invisible");
        assertThat(rules.fault("长".repeat(296) + ".txt", TEXT)).contains(Message.of("library.upload.long", 300, 120));
        assertThat(fault("长".repeat(116) + ".txt", TEXT)).isEmpty();
        assertThat(fault("长".repeat(117) + ".txt", TEXT)).isEqualTo("long");
    }

    @Test
    void only_listed_kinds_are_taken() {
        for (String name :
                List.of("a.exe", "a.html", "a.svg", "a.docm", "a", "a.", "txt", "a.txt.", "a.txt ", "a.pdf.js"))
            assertThat(fault(name, TEXT)).as(name).isEqualTo("kind");
        UploadRules strict = new UploadRules(1024, List.of(FileKind.PDF));
        assertThat(strict.fault("a.txt", TEXT))
                .contains(Message.of("library.upload.kind", "a.txt", List.<Object>of("pdf")));
    }

    @Test
    void the_limit_itself_is_taken_and_one_byte_more_is_not() {
        byte[] full = new byte[1024 * 1024];
        Arrays.fill(full, (byte) 'a');
        assertThat(fault("a.txt", full)).isEmpty();
        assertThat(fault("a.txt", Arrays.copyOf(full, full.length + 1))).isEqualTo("large");
        assertThat(fault("a.txt", new byte[0])).isEqualTo("empty");
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf,255044462d312e37,00",
        "a.png,89504e470d0a1a0a,0000",
        "a.jpg,ffd8ffe0,00",
        "a.JPEG,ffd8ffe0,00",
    })
    void the_content_must_be_what_the_ending_says(String name, String start, String rest) {
        byte[] right = HexFormat.of().parseHex(start + rest);
        assertThat(fault(name, right)).isEmpty();
        assertThat(fault(name, utf8("MZ"))).isEqualTo("content");
        assertThat(fault(name, utf8("<html><script>"))).isEqualTo("content");
        assertThat(fault("a.txt", right)).isEqualTo("content");
    }

    @Test
    void text_is_text_in_the_encodings_of_the_country() {
        assertThat(fault("a.csv", "价格".getBytes(Charset.forName("GB18030")))).isEmpty();
        assertThat(fault("a.csv", utf8("\uFEFF价格"))).isEmpty();
        assertThat(fault("a.txt", new byte[] {'a', 0, 'b'})).isEqualTo("content");
        assertThat(fault("a.txt", new byte[] {(byte) 0xff, (byte) 0xff})).isEqualTo("content");
    }

    @Test
    void office_documents_are_told_by_what_is_in_them_and_macros_are_not_taken() {
        byte[] sheet = zip("[Content_Types].xml", "xl/workbook.xml");
        assertThat(fault("a.xlsx", sheet)).isEmpty();
        assertThat(fault("a.docx", sheet)).isEqualTo("office");
        assertThat(fault("a.docx", zip("[Content_Types].xml", "word/document.xml")))
                .isEmpty();
        assertThat(fault("a.pptx", zip("[Content_Types].xml", "ppt/presentation.xml")))
                .isEmpty();
        assertThat(fault("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEqualTo("office");
        assertThat(fault("a.xlsx", zip("xl/workbook.xml"))).isEqualTo("office");
        assertThat(fault("a.xlsx", Arrays.copyOf(sheet, sheet.length - 3))).isEqualTo("office");
    }

    @Test
    void a_zip_that_lies_about_itself_is_no_document() {
        byte[] sheet = zip("[Content_Types].xml", "xl/workbook.xml");
        for (int at = sheet.length - 22; at < sheet.length; at++) {
            byte[] broken = sheet.clone();
            broken[at] = (byte) 0xee;
            Optional<Message> fault = rules.fault("a.xlsx", broken);
            assertThat(fault.map(Message::key)).isIn(Optional.empty(), Optional.of("library.upload.office"));
        }
    }

    private static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
