package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.JdbiOutbox;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 值守: the secretaries and IT see what went wrong and what is at risk, each with what to do about it. */
class OnDutyTest {

    @Test
    void all_is_well_or_what_is_due_today_is_named() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee sun = office.employee("sun.mi");
            sun.says("值守").sees("值守 11月24日(周二)").with("一切正常");
            office.employee("li.lei").says("值守").sees("值守是秘书和信息化管理员的台面");
            office.employee("zheng.qiang").says("行动项 何涛 补齐样机 2026-11-24").sees("XD-1");
            office.employee("he.tao").sees("郑强");
            sun.says("值守")
                    .sees("值守 11月24日(周二)")
                    .with("今天到期或已超期的有 1 件,其中已超期 0 件", "XD-1 补齐样机 · 待完成 · 今天 11月24日(周二) 18:00 到期")
                    .offering("XD-1");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_department_where_nobody_can_answer_today_is_named() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee sun = office.employee("sun.mi");
            for (String name : List.of("赵敏", "钱多", "周洁", "吴悦")) sun.says("请假 " + name + " 今天");
            office.read_all("sun.mi", "zhao.min", "qian.duo", "zhou.jie", "wu.yue");
            office.employee("zhao.gong").says("值守").sees("值守").with("设计部 今天没有人能答复:请为不在的人设「代理」");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_message_that_did_not_arrive_is_explained_and_sent_again() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Outgoing lost = Outgoing.note(
                    new Outgoing.ToPerson("nobody"),
                    Message.of("text.verbatim", "停机通知"),
                    Urgency.NORMAL,
                    Optional.empty());
            office.database.inTransaction(books -> {
                books.outbox().add(List.of(new JdbiOutbox.Entry(lost, office.clock.instant())), office.clock.instant());
                return null;
            });
            office.engine.courier().untilIdle();
            office.read_all("zhao.gong");
            Employee sun = office.employee("sun.mi");
            sun.says("值守").sees("有 1 条消息没能送达").with("给 nobody", "请在 organisation.yml 里给 nobody 补上平台账号,然后重发");
            assertThat(sun.presses("全部重发")).isEqualTo("已重新发送 1 条,过一会儿再看「值守」。");
            office.engine.courier().untilIdle();
            office.read_all("zhao.gong");
            sun.says("重发 99999").sees("没有这样一条没送达的消息");
            office.employee("li.lei").says("重发 全部").sees("值守是秘书和信息化管理员的台面");
            office.nothing_else_was_said();
        }
    }
}
