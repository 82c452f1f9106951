package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.JdbiFiles;
import io.xietong.app.store.JdbiTrail;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.project.ProjectFact;
import io.xietong.core.trail.TrailEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** 归档: all there is about a project in one file, whose hash anybody can compare with what its trail says. */
class ArchiveTest {

    private static final ItemNumber XM = new ItemNumber(ItemKind.PROJECT, 1);
    private static final Pattern LINK = Pattern.compile("/file/([\\w-]+)");
    private static final Pattern LINE =
            Pattern.compile("(?m)^([\\w/.-]+),[^,]*,\\d+,([0-9a-f]{64}),([A-Z]*-?\\d*),\\d*,([0-9a-f]*)\r\n");
    private static final String[] ALL = {
        "li.lei", "han.mei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang", "sun.mi", "wang.fang"
    };

    /** With a slip, a review, a meeting that the lead is not part of, a task and a document; what is written is hostile. */
    private static void closed(Office office) {
        MilestoneTest.started(office, "关键节点");
        office.employee("he.tao").says("延期 XM-1 2 2027-02-10 市场部 =HYPERLINK(\"http://x.example\",\"名单\")");
        office.employee("han.mei").says("评审 XM-1 1");
        office.employee("zhang.wei").says("有条件通过 PS-1 周洁 12月4日前 补图");
        office.employee("zhou.jie").says("争议 PS-1 @太早定稿");
        office.employee("zhang.wei").says("开会 新品协调 XM-1 周五 14:00 何涛 李雷");
        office.employee("han.mei").says("行动项 XM-1 何涛 ../../排产计划 周五");
        office.employee("li.lei").says("文件 定价表 https://docs.example/price");
        office.read_all(ALL);
        office.employee("li.lei").says("文件 定价表 https://docs.example/price").sees("新文件");
        office.employee("li.lei")
                .presses(
                        "上架",
                        Map.of(
                                "name",
                                "XM-1 <script>alert(1)</script>",
                                "link",
                                "https://docs.example/price",
                                "shelf",
                                "PROJECT",
                                "audience",
                                "市场部",
                                "review",
                                "2026-12-01"));
        office.employee("han.mei").says("结项 XM-1 确认 如期上市");
        office.read_all(ALL);
        office.nothing_else_was_said();
    }

    @Test
    void a_closed_project_comes_in_one_file_and_its_hash_stands_in_the_trail() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            closed(office);
            Employee han = office.employee("han.mei");
            office.employee("guo.jing").says("归档 XM-1").sees("XM-1 只有相关部门、牵头人、成员、委员会和秘书能看到");
            Seen told = han.says("归档 XM-1")
                    .sees("XM-1 归档 2026-11-24.zip 已备好")
                    .with("事项 5 件", "你不能查看的 1 件没有列入(HY-1)", "已记入 XM-1 的轨迹");
            byte[] bundle = bundle(office, told);
            String hash = JdbiFiles.hash(bundle);
            told.with(hash);
            Map<String, String> files = files(bundle);
            assertThat(files.keySet()).allMatch(name -> name.matches("(trail/)?[A-Za-z0-9-]+\\.csv"));
            assertThat(files.get("not-shown.csv")).contains("HY-1,会议");
            assertThat(files.get("meetings.csv")).doesNotContain("新品协调");
            assertThat(files.get("slips.csv")).contains("2027-01-20,2027-02-10,市场部,\"'=HYPERLINK(");
            assertThat(files.get("baselines.csv")).contains(",2,量产,2027-01-20").doesNotContain("2027-02-10");
            assertThat(files.get("gates.csv")).contains("市场部,有条件通过", "补图 · 周洁 · 2026-12-04", "设计部,未答复");
            assertThat(files.get("disputes.csv")).contains("ZY-1,'@太早定稿,PS-1,一线协商");
            assertThat(files.get("action-items.csv")).contains("XD-1,../../排产计划");
            assertThat(files.get("documents.csv")).contains("XM-1 <script>alert(1)</script>,项目资料");
            the_manifest_is_right(office, files);

            han.says("轨迹 XM-1").sees("XM-1").with("归档:SHA-256 " + hash + ",事项 5 件,未列入 1 件");
            List<JdbiTrail.TrailFault> faults =
                    office.database.read(books -> books.trail().verify());
            assertThat(faults).isEmpty();
            office.nothing_else_was_said();
        }
    }

    private static void the_manifest_is_right(Office office, Map<String, String> files) {
        Map<String, String> hashes = new LinkedHashMap<>();
        Map<String, String> ends = new LinkedHashMap<>();
        Matcher line = LINE.matcher(files.get("manifest.csv"));
        while (line.find()) {
            hashes.put(line.group(1), line.group(2));
            if (!line.group(3).isEmpty()) ends.put(line.group(3), line.group(4));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        files.forEach((name, text) -> expected.put(name, JdbiFiles.hash(text.getBytes(StandardCharsets.UTF_8))));
        expected.remove("manifest.csv");
        assertThat(hashes).isEqualTo(expected);
        assertThat(ends).containsOnlyKeys("XM-1", "PS-1", "ZY-1", "XD-1", "WJ-1");
        ends.forEach((item, end) -> assertThat(end).as(item).isEqualTo(end(office, item)));
    }

    /** The hash of the last entry that is not about an archive. */
    private static String end(Office office, String item) {
        List<TrailEntry> trail = office.database.read(
                books -> books.trail().of(ItemNumber.read(item).orElseThrow()));
        return trail.stream()
                .filter(entry -> !entry.fact().equals(ProjectFact.Archived.class.getSimpleName()))
                .reduce((one, next) -> next)
                .orElseThrow()
                .hash();
    }

    @Test
    void the_same_state_gives_the_same_bytes_and_is_noted_once_for_each_who_may() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            closed(office);
            Employee han = office.employee("han.mei");
            byte[] first = bundle(office, han.says("归档 XM-1").sees("XM-1 归档"));
            han.says("XM-1").sees("XM-1 新品上市").with("已结项").offering("归档");
            assertThat(han.presses("归档")).contains("下载链接已发到");
            assertThat(bundle(office, han.sees("已记入 XM-1 的轨迹"))).isEqualTo(first);
            assertThat(noted(office)).isEqualTo(1);
            office.employee("he.tao").says("归档 XM-1").sees("XM-1 结项后由牵头人或秘书归档时,哈希会记入轨迹");
            assertThat(noted(office)).isEqualTo(1);
            Seen whole = office.employee("sun.mi").says("归档 XM-1").sees("全部列入");
            whole.with("事项 6 件", "已记入 XM-1 的轨迹");
            assertThat(files(bundle(office, whole)).get("meetings.csv")).contains("HY-1,新品协调 XM-1");
            assertThat(noted(office)).isEqualTo(2);
            office.nothing_else_was_said();
        }
    }

    @Test
    void it_speaks_the_language_of_its_reader() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            closed(office);
            Employee sun = office.employee("sun.mi");
            sun.says("设置 English");
            office.read_all("sun.mi");
            Map<String, String> files = files(bundle(
                    office,
                    sun.says("archive XM-1").sees("XM-1 archive 2026-11-24.zip is ready: 6 items, nothing left out")));
            assertThat(files.get("manifest.csv"))
                    .startsWith("\uFEFFFile,Contents,Bytes,SHA-256,")
                    .contains("trail of XM-1");
            assertThat(files.get("gates.csv")).contains("设计部,no answer,");
            files.forEach((name, text) ->
                    assertThat(text.lines().findFirst().orElseThrow()).as(name).doesNotContainPattern("\\p{IsHan}"));
            office.nothing_else_was_said();
        }
    }

    @Test
    void before_the_end_it_can_be_had_and_is_no_fact_of_the_project() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            MilestoneTest.started(office, "");
            office.employee("han.mei").says("归档 XM-1").sees("事项 1 件").with("全部列入", "XM-1 结项后由牵头人或秘书归档时,哈希会记入轨迹");
            office.employee("han.mei").says("归档 XM-9").sees("XM-9");
            office.employee("han.mei").says("取消 XM-1 确认 没有市场").sees("取消:没有市场").offering("归档");
            office.read_all(ALL);
            assertThat(noted(office)).isZero();
            office.nothing_else_was_said();
        }
    }

    private static long noted(Office office) {
        List<TrailEntry> trail = office.database.read(books -> books.trail().of(XM));
        return trail.stream()
                .filter(entry -> entry.fact().equals(ProjectFact.Archived.class.getSimpleName()))
                .count();
    }

    private static byte[] bundle(Office office, Seen message) {
        Matcher link = LINK.matcher(message.text());
        assertThat(link.find()).isTrue();
        return office.database.read(books -> {
            JdbiFiles.Link found =
                    books.files().find(OneTimeToken.hash(link.group(1))).orElseThrow();
            return books.files().content(found.file());
        });
    }

    private static Map<String, String> files(byte[] bundle) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
