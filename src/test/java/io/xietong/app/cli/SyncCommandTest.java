package io.xietong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.OrganisationFile;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.people.DirectorySource.Listing;
import io.xietong.core.people.DirectorySource.Member;
import io.xietong.core.people.DirectorySource.Unit;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code sync} with a platform that is only a list. */
class SyncCommandTest {

    private static final Path DEMO = Path.of("..", "config", "organisation.yml");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private Path file;
    private Organisation before;

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(DEMO, folder.resolve("organisation.yml"));
        Files.copy(DEMO.resolveSibling("policy.yml"), folder.resolve("policy.yml"));
        before = OrganisationFile.read(file).organisation();
        Files.writeString(
                folder.resolve("xietong.yml"),
                "database: { url: \"jdbc:h2:file:" + folder.resolve("data") + "\" }\nplatforms: {}\n");
    }

    @Test
    void without_apply_differences_are_told_and_nothing_is_written() throws IOException {
        assertThat(sync(changed())).isZero();

        assertThat(out.toString())
                .contains("离开:李雷(li.lei)", "新人:陈新(设计部)", "调动:吴悦 从 设计部 到 市场部", "设计部 的负责人由 赵敏 改为 钱多")
                .contains("共 4 处不同");
        assertThat(Files.readString(file)).isEqualTo(Files.readString(DEMO));
    }

    @Test
    void applied_they_are_written_and_the_previous_file_is_kept() throws IOException {
        assertThat(sync(changed(), "--apply")).isZero();

        Organisation after = OrganisationFile.read(file).organisation();
        assertThat(after.person("li.lei").orElseThrow().accounts()).doesNotContainKey("feishu");
        assertThat(after.byAccount("feishu", "ou_chenxin").orElseThrow().department())
                .isEqualTo("design");
        assertThat(after.person("wu.yue").orElseThrow().department()).isEqualTo("market");
        assertThat(after.department("design").orElseThrow().head()).hasValue("qian.duo");
        assertThat(after.department("design").orElseThrow().deputies()).isEmpty();
        assertThat(after.committee()).isEqualTo(before.committee());
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo(Files.readAllLines(DEMO).get(0));
        assertThat(Files.readString(file))
                .contains("  - { id: zhang.wei, name: 张伟, department: market, accounts: { feishu: ou_zhangwei,");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.getFileName().toString().startsWith("organisation.yml.bak-")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasSameTextualContentAs(DEMO));
        }
        out.getBuffer().setLength(0);
        assertThat(sync(changed())).isZero();
        assertThat(out.toString()).contains("组织名单与 feishu 一致");
    }

    @Test
    void where_most_people_are_missing_leavers_are_doubted_and_stay() throws IOException {
        assertThat(sync(ofMarketOnly())).isZero();
        assertThat(out.toString()).contains("feishu 只列出 4 人,而组织名单里有 25 人", "通讯录权限范围太小", "离开:周洁");

        assertThat(sync(ofMarketOnly(), "--apply")).isEqualTo(ExitCode.NEEDS_ATTENTION);
        assertThat(out.toString()).contains("「离开」没有写入", "--even-if-many-are-gone");
        Organisation after = OrganisationFile.read(file).organisation();
        assertThat(after.person("zhou.jie").orElseThrow().accounts()).containsKey("feishu");
        assertThat(after.person("li.lei").orElseThrow().name()).isEqualTo("李蕾");
    }

    @Test
    void leavers_that_were_doubted_are_written_when_told_so() throws IOException {
        assertThat(sync(ofMarketOnly(), "--apply", "--even-if-many-are-gone")).isZero();
        Organisation after = OrganisationFile.read(file).organisation();
        assertThat(after.person("zhou.jie").orElseThrow().accounts()).doesNotContainKey("feishu");
    }

    /** An app that sees one department, in which 李雷 is called 李蕾 now. */
    private DirectorySource ofMarketOnly() {
        List<Member> members = before.people().stream()
                .filter(person -> person.department().equals("market"))
                .map(person -> new Member(
                        person.accounts().get("feishu"),
                        person.id().equals("li.lei") ? "李蕾" : person.name(),
                        List.of("market"),
                        true))
                .toList();
        return () -> new Listing(List.of(new Unit("market", "市场部", "", List.of())), members);
    }

    @Test
    void a_directory_that_cannot_be_read_changes_nothing() throws IOException {
        DirectorySource closed = () -> {
            throw new DirectorySource.UnreadableDirectory("缺少权限 contact:user.base:readonly");
        };
        assertThat(sync(closed, "--apply")).isEqualTo(ExitCode.NEEDS_ATTENTION);
        assertThat(out.toString()).contains("读不到 feishu 的通讯录", "contact:user.base:readonly");
        assertThat(Files.readString(file)).isEqualTo(Files.readString(DEMO));
    }

    /** The demo company, with 李雷 gone, 陈新 new, 吴悦 moved and 钱多 head of design. */
    private DirectorySource changed() {
        List<Unit> units = before.departments().stream()
                .map(department -> new Unit(
                        department.id(),
                        department.name(),
                        "",
                        List.of(
                                department.id().equals("design")
                                        ? "ou_qianduo"
                                        : before.person(department.head().orElseThrow())
                                                .orElseThrow()
                                                .accounts()
                                                .get("feishu"))))
                .toList();
        List<Member> members = new ArrayList<>();
        before.people().stream()
                .filter(person -> !person.id().equals("li.lei"))
                .forEach(person -> members.add(new Member(
                        person.accounts().get("feishu"),
                        person.name(),
                        List.of(person.id().equals("wu.yue") ? "market" : person.department()),
                        true)));
        members.add(new Member("ou_chenxin", "陈新", List.of("design"), true));
        return () -> new Listing(units, members);
    }

    private int sync(DirectorySource source, String... more) {
        PrintWriter writer = new PrintWriter(out);
        Voice voice = new Voice(Words.in(Language.CHINESE, ZoneOffset.UTC), writer, writer);
        List<String> arguments = new ArrayList<>(
                List.of("--config", folder.resolve("xietong.yml").toString(), "--platform", "feishu"));
        arguments.addAll(List.of(more));
        return new CommandLine(new SyncCommand(Map.of(), voice, source)).execute(arguments.toArray(String[]::new));
    }
}
