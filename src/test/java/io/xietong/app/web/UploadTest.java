package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.JdbiFiles;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.Document;
import io.xietong.core.library.LibraryFile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 上传: a file sent from the page behind a one-time link, what is refused of it, and how it is handed out again. */
class UploadTest {

    private static final String LI_LEI = "ou_lilei";
    private static final byte[] PRICES = "编号,价格\n1,9.90\n".getBytes(StandardCharsets.UTF_8);
    private static final int LIMIT = 20 * 1024 * 1024;

    private final FormRoom room = new FormRoom();

    @AfterEach
    void close() {
        room.close();
    }

    private String page() {
        room.says(LI_LEI, "文件 新品定价表");
        return room.newest(LI_LEI, "form");
    }

    private static Map<String, String> fields(String audience) {
        Map<String, String> fields = new HashMap<>();
        fields.put("press", "shelve");
        fields.put("value.name", "新品定价表");
        fields.put("value.shelf", "SHARED_DATA");
        fields.put("value.audience", audience);
        fields.put("value.review", "");
        return fields;
    }

    private Optional<Document> document(long serial) {
        return room.database
                .read(books -> books.documents().find(new ItemNumber(ItemKind.DOCUMENT, serial)))
                .map(stored -> stored.item());
    }

    private String shelved(String audience) {
        return room.sends(page(), fields(audience), "定价.csv", PRICES).body();
    }

    @Test
    void the_page_asks_for_a_file_and_changes_nothing_by_being_looked_at() {
        String page = page();
        for (int looks = 0; looks < 3; looks++)
            assertThat(room.opens(page).body())
                    .contains("上传文件", "enctype=\"multipart/form-data\"", "type=\"file\"", "最大 20 MB;pdf、docx")
                    .contains("accept=\".pdf,.docx,", "value=\"新品定价表\"", ">上传</button>")
                    .doesNotContain("<script");
        assertThat(document(1)).isEmpty();
    }

    @Test
    void a_file_becomes_a_document_with_its_hash_and_comes_back_as_it_was_but_only_to_be_saved() {
        assertThat(shelved("市场部")).contains("已提交", "放到共享数据:新品定价表");
        LibraryFile file = document(1).orElseThrow().latest().file().orElseThrow();
        assertThat(file.name()).isEqualTo("定价.csv");
        assertThat(file.hash()).isEqualTo(JdbiFiles.hash(PRICES));
        assertThat(document(1).orElseThrow().latest().by()).isEqualTo("li.lei");

        room.says(LI_LEI, "下载 WJ-1");
        String link = room.newest(LI_LEI, "file");
        assertThat(room.opens(link).body()).contains("定价.csv · 1 KB");
        HttpResponse<String> fetched = fetches(link);
        assertThat(fetched.body()).isEqualTo(new String(PRICES, StandardCharsets.UTF_8));
        assertThat(fetched.headers().map())
                .containsEntry("content-type", List.of("application/octet-stream"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("content-security-policy", List.of("sandbox; default-src 'none'"))
                .containsEntry("content-disposition", List.of("attachment; filename*=UTF-8''%E5%AE%9A%E4%BB%B7.csv"));
        assertThat(fetches(link).statusCode()).isEqualTo(410);
    }

    private HttpResponse<String> fetches(String link) {
        return room.call(room.request(link).POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void each_fault_of_a_file_has_its_own_sentence_and_the_page_can_be_sent_again() {
        String page = page();
        refused(page, "", new byte[0], "请选择一个文件。");
        refused(page, "空.csv", new byte[0], "「空.csv」是空的(0 字节)");
        refused(page, "大.csv", new byte[LIMIT + 1], "文件超过 20 MB");
        refused(page, "大.csv", new byte[LIMIT + 2 * Body.LIMIT], "文件超过 20 MB");
        refused(page, "../../etc/passwd.csv", PRICES, "文件名里有路径");
        refused(page, "..\\\\a.csv", PRICES, "文件名里有路径");
        refused(page, "<script>alert(1)<script>.csv", PRICES, "文件名里有 &lt; &gt; :");
        refused(page, "长".repeat(296) + ".csv", PRICES, "文件名有 300 个字,最多 120 个");
        refused(page, "con.csv", PRICES, "「con.csv」是 Windows 的设备名");
        refused(page, "年报\u202Efdp.csv", PRICES, "文件名里有看不见的字符");
        refused(page, "年报.exe", PRICES, "「年报.exe」这种文件不收。可以上传:pdf、docx");
        refused(page, "年报.pdf", "MZ\u0001\u0002".getBytes(StandardCharsets.UTF_8), "「年报.pdf」的内容不是 pdf 文件");
        assertThat(document(1)).isEmpty();
        assertThat(kept()).isZero();

        Map<String, String> nobody = fields("火星部");
        assertThat(room.sends(page, nobody, "定价.csv", PRICES).body()).contains("没有找到「火星部」", "请重新选择文件");
        assertThat(room.sends(page, fields("全公司"), "定价.csv", PRICES).body()).contains("已提交");
    }

    private void refused(String page, String name, byte[] content, String sentence) {
        HttpResponse<String> answer = room.sends(page, fields("全公司"), name, content);
        assertThat(answer.body())
                .as(name)
                .contains("还没有生效", sentence, "type=\"file\"")
                .doesNotContain("<script");
    }

    private int kept() {
        return count("stored_file");
    }

    private int count(String table) {
        try (Connection connection = room.database.connection();
                ResultSet row = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_limit_itself_is_taken() {
        byte[] full = new byte[LIMIT];
        Arrays.fill(full, (byte) 'a');
        assertThat(room.sends(page(), fields("全公司"), "满.txt", full).body()).contains("已提交");
        assertThat(document(1).orElseThrow().latest().file().orElseThrow().size())
                .isEqualTo(LIMIT);
    }

    @Test
    void what_is_no_such_form_is_refused_before_anything_is_kept() {
        String page = page();
        assertThat(room.sends(page, fields("全公司")).statusCode()).isEqualTo(400);
        HttpRequest.Builder broken = room.request(page)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--y\r\n\r\nno"));
        assertThat(room.call(broken).statusCode()).isEqualTo(400);
        assertThat(kept()).isZero();
    }

    @Test
    void a_link_works_once_however_many_are_sent() {
        String page = page();
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> room.sends(page, fields("全公司"), "第" + number % 2 + "份.csv", PRICES)))
                .toList();
        assertThat(sent.stream().map(answer -> answer.join().statusCode())).containsOnly(200);
        assertThat(count("document")).isEqualTo(1);
        String again = room.sends(page, fields("全公司"), "另一份.csv", PRICES).body();
        assertThat(again).contains("这张表单已经提交过").doesNotContain("<button");
        assertThat(room.opens(page).body()).contains("这张表单已经提交过");
        assertThat(count("document")).isEqualTo(1);
    }

    @Test
    void a_new_version_comes_by_upload_and_the_earlier_one_stays() {
        shelved("全公司");
        room.says(LI_LEI, "更新 WJ-1 第三行改了");
        String page = room.newest(LI_LEI, "form");
        assertThat(room.opens(page).body()).contains("WJ-1 新品定价表", "它就是第 2 版", "value=\"第三行改了\"");
        Map<String, String> fields = Map.of("press", "renew", "value.text", "第三行改了");
        assertThat(room.sends(page, fields, "定价 2.csv", "新".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("更新为第 2 版 第三行改了");
        Document renewed = document(1).orElseThrow();
        assertThat(renewed.editions()).hasSize(2);
        assertThat(renewed.latest().file().orElseThrow().name()).isEqualTo("定价 2.csv");
        room.says(LI_LEI, "下载 WJ-1 第 1 版");
        assertThat(room.opens(room.newest(LI_LEI, "file")).body()).contains("定价.csv");
    }

    @Test
    void who_has_left_finds_upload_and_download_closed() {
        String page = page();
        shelved("全公司");
        room.says(LI_LEI, "下载 WJ-1");
        String link = room.newest(LI_LEI, "file");
        room.database.inTransaction(books -> {
            books.leavers().hasLeft("feishu", LI_LEI, room.clock.instant());
            books.leavers().hasLeft("dingtalk", "u-lilei", room.clock.instant());
            books.leavers().hasLeft("wecom", "lilei", room.clock.instant());
            books.leavers().hasLeft("sandbox", "li.lei", room.clock.instant());
            return null;
        });
        assertThat(room.opens(page).statusCode()).isEqualTo(403);
        HttpResponse<String> sent = room.sends(page, fields("全公司"), "定价.csv", PRICES);
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.body()).contains("链接已作废").doesNotContain("新品定价表");
        assertThat(document(2)).isEmpty();
        assertThat(fetches(link).statusCode()).isEqualTo(403);
    }

    @Test
    void who_may_not_see_the_document_any_more_when_they_click_gets_nothing() {
        shelved("设计部");
        room.says(LI_LEI, "下载 WJ-1");
        String link = room.newest(LI_LEI, "file");
        room.says(LI_LEI, "移交 WJ-1 韩梅");
        assertThat(room.opens(link).statusCode()).isEqualTo(403);
        assertThat(room.opens(link).body()).contains("你现在不能看这份文件了").doesNotContain("定价");
        assertThat(fetches(link).statusCode()).isEqualTo(403);
        room.says("ou_hetao", "下载 WJ-1");
        assertThat(room.said("ou_hetao")).last().asString().contains("只有写明能看的人、负责人和秘书能看到");
    }

    @Test
    void what_was_sent_and_never_used_is_forgotten() {
        String page = page();
        room.sends(page, fields("火星部"), "定价.csv", PRICES);
        assertThat(kept()).isEqualTo(1);
        room.database.inTransaction(books -> {
            books.uploads().forgetBefore(room.clock.instant().plus(Duration.ofDays(2)));
            return books.files().forgetBefore(room.clock.instant().plus(Duration.ofDays(2)));
        });
        assertThat(kept()).isZero();
    }
}
