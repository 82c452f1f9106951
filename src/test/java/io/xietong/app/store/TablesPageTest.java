package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/tables.md} is made from the migrated tables and the meanings in {@code db/tables.properties}. After a change run
 * this test with {@code -Dxietong.write-docs=true}.
 */
class TablesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "tables.md");

    private final Properties meanings = new Properties();

    @Test
    void the_page_of_the_tables_says_what_is_in_the_database() throws Exception {
        try (Reader reader = new InputStreamReader(
                getClass().getResourceAsStream("/db/tables.properties"), StandardCharsets.UTF_8)) {
            meanings.load(reader);
        }
        String page = page();
        if (Boolean.getBoolean("xietong.write-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    private String page() throws SQLException, IOException {
        StringBuilder page = new StringBuilder("""
                # Tables

                For reports and BI: read-only accounts may read these tables directly. All times are UTC, to the millisecond. Item
                numbers are written as people say them, such as `XQ-132`; a request's `serial` is the number without its prefix.
                People and departments are the ids of `organisation.yml`. The tables whose names begin with `qrtz_` belong to the
                scheduler, `flyway_schema_history` to the migrations.

                This page is generated (TablesPageTest); the meanings are in `src/main/resources/db/tables.properties`.
                """);
        try (Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 2);
                Connection connection = database.connection()) {
            for (String table : tables(connection)) write(table, connection, page);
        }
        return page.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.startsWith("qrtz_") && !name.startsWith("flyway_")) tables.add(name);
            }
        }
        return tables;
    }

    private void write(String table, Connection connection, StringBuilder page) throws SQLException {
        page.append("\n## ").append(table).append("\n\n").append(meaning(table)).append("\n\n");
        page.append("| column | type | meaning |\n|---|---|---|\n");
        try (ResultSet columns = connection.getMetaData().getColumns(null, "public", table, "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME");
                boolean optional = columns.getString("IS_NULLABLE").equals("YES");
                page.append("| ")
                        .append(name)
                        .append(" | ")
                        .append(type(columns))
                        .append(optional ? ", may be empty" : "")
                        .append(" | ")
                        .append(meaning(table + "." + name))
                        .append(" |\n");
            }
        }
    }

    private static String type(ResultSet column) throws SQLException {
        return switch (column.getString("TYPE_NAME")) {
            case "CHARACTER LARGE OBJECT" -> "long text";
            case "CHARACTER VARYING", "CHARACTER" -> {
                int size = column.getInt("COLUMN_SIZE");
                yield size > 16_000 ? "long text" : "text (" + size + ")";
            }
            case "BIGINT", "INTEGER" -> "number";
            case "BOOLEAN" -> "yes or no";
            case "DATE" -> "day";
            case "TIMESTAMP" -> "time";
            default -> column.getString("TYPE_NAME");
        };
    }

    private String meaning(String key) {
        String meaning = meanings.getProperty(key);
        assertThat(meaning).as("%s has no meaning in db/tables.properties", key).isNotBlank();
        return meaning;
    }
}
