package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Four meetings of the committee, twelve briefings and one called by a head, in the diary of a year. */
final class YearOfMeetings {

    private static final String FROM = "2026-02-03";
    private static final String UNTIL = "2027-01-29";
    /** Answers at the last moment. */
    private static final String SLOW = "ma.li";
    /** Never answers. */
    private static final String SILENT = "gao.yuan";

    private final Office office;
    private final Diary diary;

    YearOfMeetings(Office office, Diary diary) {
        this.office = office;
        this.diary = diary;
    }

    void write() {
        diary.daily(FROM, UNTIL, "10:30", this::answers);
        diary.daily(FROM, UNTIL, "11:30", this::done);
        diary.daily(FROM, UNTIL, "16:30", this::minutes);
        diary.daily(FROM, UNTIL, "17:00", this::confirmed);
        diary.at("2026-03-12T10:00:00", "zhang.wei", "开会 设计碰头 3月17日 14:00 何涛 周洁");
    }

    /** On the day on which they are told of it, all but two; one of those on the eve. */
    private void answers() {
        String called =
                "SELECT m.serial, i.person, m.starts_at FROM meeting m JOIN meeting_invitee i ON i.serial = m.serial"
                        + " WHERE m.state = 'CALLED' AND i.reply = 'NONE' ORDER BY m.serial, i.position";
        for (List<String> row : rows(called)) {
            String person = row.get(1);
            LocalDate day = LocalDate.parse(row.get(2).substring(0, 10));
            int ahead = person.equals(SLOW) ? 1 : 10;
            boolean told = !office.working_days_before(day, ahead).isAfter(office.today());
            if (told && !person.equals(SILENT)) office.employee(person).says("参加 HY-" + row.get(0));
        }
    }

    /** Each meeting brings one action item, due in two weeks. */
    private void minutes() {
        for (List<String> row : rows("SELECT serial, organiser FROM meeting WHERE state = 'HELD' ORDER BY serial")) {
            Employee organiser = office.employee(row.get(1));
            organiser.says("签到 HY-" + row.get(0) + " 张伟、赵敏、郑强");
            organiser.says(
                    "纪要 HY-" + row.get(0) + " 各部门按期\n- 周洁 " + office.today().plusDays(14) + " 前 更新进度表");
            organiser.says("分发 HY-" + row.get(0) + " 确认");
        }
    }

    private void confirmed() {
        String distributed = "SELECT m.serial, i.person FROM meeting m JOIN meeting_invitee i ON i.serial = m.serial"
                + " WHERE m.state = 'DISTRIBUTED' AND i.confirmed < m.revision ORDER BY m.serial, i.position";
        for (List<String> row : rows(distributed))
            if (!row.get(1).equals(SILENT)) office.employee(row.get(1)).says("确认 HY-" + row.get(0));
    }

    /** Zhou Jie does hers two days ahead; in June she is late. */
    private void done() {
        String due = "SELECT i.serial, d.due_at FROM action_item i JOIN deadline d ON d.item = CONCAT('XD-', i.serial)"
                + " WHERE i.owner = 'zhou.jie' AND d.next_at IS NOT NULL ORDER BY i.serial";
        for (List<String> row : rows(due)) {
            LocalDate day = LocalDate.parse(row.get(1).substring(0, 10));
            boolean late = day.getMonthValue() == 6;
            LocalDate from = late ? day.plusDays(2) : office.working_days_before(day, 2);
            if (!from.isAfter(office.today())) office.employee("zhou.jie").says("完成 XD-" + row.get(0) + " 已更新");
        }
    }

    /** He Tao's order about something, by its number. */
    static String order(Office office, String what) {
        List<List<String>> found =
                rows(office, "SELECT serial FROM action_item WHERE owner = 'he.tao' AND what = '" + what + "'");
        assertThat(found).hasSize(1);
        return "XD-" + found.get(0).get(0);
    }

    private List<List<String>> rows(String sql) {
        return rows(office, sql);
    }

    /** What the books say, as text. */
    static List<List<String>> rows(Office office, String sql) {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = office.database.connection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++)
                    values.add(row.getString(column));
                rows.add(values);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
