package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What MySQL-compatible distributed databases refuse or do otherwise, looked for in every migration and in the SQL of the store:
 * where each occurs is what {@code docs/capacity.md} says. By their documents (TiDB, OceanBase, Vitess); none of them was run.
 */
class PortableSqlTest {

    private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
    /** The scheduler's own tables and columns, which say TRIGGER without meaning one. */
    private static final String SCHEDULER = "V3__scheduler.sql";

    private enum Construct {
        PROCEDURES("存储过程、函数", "procedures, functions", "CREATE\\s+(PROCEDURE|FUNCTION)|\\bCALL\\s+\\w+\\s*\\("),
        TRIGGERS("触发器、事件、视图", "triggers, events, views", "CREATE\\s+(TRIGGER|EVENT|VIEW)"),
        FULL_TEXT("全文索引、空间类型", "full text, spatial types", "FULLTEXT|SPATIAL|\\bMATCH\\s*\\(|GEOMETRY|\\bPOINT\\b"),
        XML_JSON(
                "JSON、XML 函数,生成列",
                "JSON, XML functions, generated columns",
                "\\bJSON_\\w+\\s*\\(|\\bXML\\w*\\s*\\(|GENERATED\\s+ALWAYS"),
        LOCK_TABLES("锁表、命名锁", "LOCK TABLES, GET_LOCK", "LOCK\\s+TABLES|GET_LOCK|RELEASE_LOCK"),
        XA("XA、保存点", "XA, savepoints", "\\bXA\\s+(START|END)|\\bSAVEPOINT\\b"),
        TEMPORARY("临时表", "temporary tables", "CREATE\\s+TEMPORARY"),
        CONNECTION("连接的变量、LAST_INSERT_ID()", "session variables, LAST_INSERT_ID()", "LAST_INSERT_ID\\(|@@?\\w+\\s*:="),
        REPLACING(
                "REPLACE、ON DUPLICATE KEY、INSERT IGNORE",
                "REPLACE, ON DUPLICATE KEY, INSERT IGNORE",
                "\\bREPLACE\\s+INTO|ON\\s+DUPLICATE|INSERT\\s+IGNORE"),
        FROM_DUAL("SELECT … FROM DUAL", "SELECT … FROM DUAL", "\\bFROM\\s+DUAL\\b"),
        SKIP_LOCKED("SKIP LOCKED", "SKIP LOCKED", "SKIP\\s+LOCKED"),
        FOR_UPDATE("FOR UPDATE", "FOR UPDATE", "FOR\\s+UPDATE"),
        FOREIGN_KEYS("外键", "foreign keys", "FOREIGN\\s+KEY|\\bREFERENCES\\b"),
        COUNTED("自增键", "counted keys (AUTO_INCREMENT)", "\\$\\{counted}|AUTO_INCREMENT");

        final String chinese;
        final String english;
        final Pattern pattern;

        Construct(String chinese, String english, String pattern) {
            this.chinese = chinese;
            this.english = english;
            this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        }
    }

    /** A piece of SQL and the file it is in. */
    private record Sql(String file, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"docs/capacity.md", "docs/capacity.en.md"})
    void the_capacity_page_says_what_the_sql_uses(String page) {
        boolean chinese = !page.contains(".en.");
        List<List<String>> rows = new ArrayList<>();
        for (Construct construct : Construct.values()) {
            String files = String.join(", ", files(construct));
            String none = chinese ? "没有" : "none";
            rows.add(List.of(chinese ? construct.chinese : construct.english, files.isEmpty() ? none : files));
        }
        new Table(page, "sql").says(chinese ? List.of("找什么", "用在哪里") : List.of("Looked for", "Used in"), rows);
    }

    /** The script for all tables has the same as the others; {@code MigrationsTest} sees to that. */
    @Test
    void foreign_keys_are_the_schedulers_alone() {
        assertThat(files(Construct.FOREIGN_KEYS))
                .isSubsetOf(SCHEDULER, "B23__all_tables.sql", "ServerReview", "Migrations");
    }

    /** One statement, whose effect the version of each row guards anyway: a database that ignores the words costs a repeat, no harm. */
    @Test
    void locked_rows_are_skipped_in_one_place() {
        assertThat(files(Construct.SKIP_LOCKED)).containsExactly("ItemTable");
    }

    @Test
    void nothing_is_used_that_distributed_databases_refuse_outright() {
        assertThat(List.of(
                        Construct.PROCEDURES,
                        Construct.TRIGGERS,
                        Construct.FULL_TEXT,
                        Construct.XML_JSON,
                        Construct.LOCK_TABLES,
                        Construct.XA,
                        Construct.TEMPORARY,
                        Construct.CONNECTION,
                        Construct.REPLACING))
                .allSatisfy(construct ->
                        assertThat(files(construct)).as(construct.english).isEmpty());
    }

    @Test
    void the_check_reads_migrations_and_store_alike() {
        assertThat(everything()).hasSizeGreaterThan(100);
        assertThat(files(Construct.FOR_UPDATE)).contains("ItemTable", "JdbiLeases");
        assertThat(files(Construct.COUNTED)).contains("V1__requests_and_conversation.sql");
    }

    private static List<String> files(Construct construct) {
        return everything().stream()
                .filter(sql -> construct.pattern.matcher(sql.text()).find())
                .map(Sql::file)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Sql> everything() {
        List<Sql> all = new ArrayList<>();
        for (Path file : Tree.files()) {
            String name = Tree.name(file);
            if (name.contains("main/resources/db/migration/"))
                all.add(new Sql(file.getFileName().toString(), uncommented(Tree.text(file))));
            else if (name.contains("/main/java/") && name.endsWith(".java")) {
                String own = file.getFileName().toString().replace(".java", "");
                all.add(new Sql(own, texts(Tree.text(file))));
            }
        }
        return all;
    }

    private static String uncommented(String sql) {
        return sql.lines().filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n"));
    }

    /** All texts of a source, pieces that are put together one after the other. */
    private static String texts(String source) {
        return TEXT.matcher(source.replaceAll("(?m)^\\s*(//|\\*).*$", ""))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.joining("\n"));
    }
}
