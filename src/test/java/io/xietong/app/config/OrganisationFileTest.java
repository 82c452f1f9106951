package io.xietong.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code organisation.yml}: what cannot be used, and what works but should be looked at. */
class OrganisationFileTest {

    private static final Words WORDS = Words.in(Language.CHINESE, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path changed(String from, String to) throws IOException {
        String demo = Files.readString(Path.of("..", "config", "organisation.yml"));
        assertThat(demo).contains(from);
        return Files.writeString(folder.resolve("organisation.yml"), demo.replace(from, to));
    }

    private List<String> errors(String from, String to) throws IOException {
        Path file = changed(from, to);
        ConfigFault fault = catchThrowableOfType(ConfigFault.class, () -> OrganisationFile.read(file));
        assertThat(fault).as("a fault after %s", to).isNotNull();
        return fault.problems().stream().map(WORDS::say).toList();
    }

    @Test
    void the_demo_company_has_neither_errors_nor_warnings() {
        assertThat(OrganisationFile.read(Path.of("..", "config", "organisation.yml"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_missing_head_is_a_warning_and_works() throws IOException {
        OrganisationFile.Read read = OrganisationFile.read(changed("name: 设计部, head: zhao.min,", "name: 设计部,"));
        assertThat(read.warnings()).extracting(WORDS::say).containsExactly("设计部 没有负责人(head),超时会改送秘书;请尽快指定。");
        assertThat(read.organisation().department("design").orElseThrow().head())
                .isEmpty();
    }

    @Test
    void a_circle_of_deputies_is_shown() throws IOException {
        String design = "head: zhao.min, deputies: [qian.duo]";
        Path file = changed(design, "head: zhao.min, deputies: [zhang.wei]");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("head: zhang.wei, deputies: [wang.fang]", "head: zhang.wei, deputies: [zhao.min]"));
        ConfigFault fault = catchThrowableOfType(ConfigFault.class, () -> OrganisationFile.read(file));
        assertThat(fault.problems())
                .extracting(WORDS::say)
                .singleElement()
                .asString()
                .startsWith("副手绕成了一圈:");
    }

    @Test
    void a_person_in_no_department_a_duplicate_id_and_an_unknown_person_are_named() throws IOException {
        assertThat(errors("name: 李雷, department: market,", "name: 李雷,"))
                .containsExactly("李雷(li.lei)没有部门,请填写 department。");
        assertThat(errors("name: 李雷, department: market,", "name: 李雷, department: mars,"))
                .containsExactly("李雷 的部门「mars」不在 departments 里,请改正或补上这个部门。");
        assertThat(errors("{ id: han.mei,", "{ id: li.lei,")).contains("人员编号 li.lei 出现了两次,请改掉其中一个。");
        assertThat(errors("contacts: [zhou.jie, wu.yue]", "contacts: [zhou.jie, nobody]"))
                .containsExactly("设计部 的 contacts 写了「nobody」,people 里没有这个人,请改正。");
        assertThat(errors("{ id: it, name: 信息技术部", "{ id: design, name: 信息技术部")).contains("部门编号 design 出现了两次,请改掉其中一个。");
    }

    @Test
    void faults_of_form_are_told_too() throws IOException {
        assertThat(errors("zone: Asia/Shanghai", "zone: Asia/Atlantis"))
                .singleElement()
                .asString()
                .contains("company.zone 不能是「Asia/Atlantis」");
        assertThat(errors("language: zh-CN", "language: fr"))
                .singleElement()
                .asString()
                .contains("company.language 不能是「fr」,可以是:zh-CN, en");
        assertThat(errors("committee:", "comittee:"))
                .singleElement()
                .asString()
                .contains("里没有 comittee 这个键,是不是想写 committee?");
        assertThat(errors("people:\n", "people: nobody\nx:\n")).isNotEmpty();
        assertThat(errors("secretariat: { department: admin-office, secretaries: [sun.mi] }", ""))
                .singleElement()
                .asString()
                .contains("缺少必要的小节");
        assertThat(errors("secretaries: [sun.mi]", "secretaries: []"))
                .containsExactly("没有秘书(secretariat.secretaries),请至少写一位。");
    }
}
