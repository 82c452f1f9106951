package io.xietong.core.meeting;

import io.xietong.core.action.Order;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What people ask for around meetings. Days and times are in the company's zone. */
public sealed interface MeetingCommand extends Command {

    /** 开会. @param people person ids, the speaker not among them */
    record Call(
            String subject,
            LocalDate day,
            LocalTime time,
            Optional<Duration> length,
            List<String> people,
            String place,
            List<String> agenda)
            implements MeetingCommand {}

    /** 会议 alone: the speaker's meetings. */
    record Mine() implements MeetingCommand {}

    /** 日程订阅. @param revoke the link shall open nothing any more */
    record Subscribe(boolean revoke) implements MeetingCommand {}

    /** A verb about a meeting that exists. */
    sealed interface About extends MeetingCommand, AboutItem {}

    /** 参加, 请假 with a reason, 委托 with who comes instead. */
    record Answer(ItemNumber number, Reply reply, Optional<String> standIn, String reason) implements About {}

    /** 议题. */
    record Propose(ItemNumber number, String text) implements About {}

    /** 改期. @param day the present one when empty, as is the time */
    record Reschedule(
            ItemNumber number, Optional<LocalDate> day, Optional<LocalTime> time, String reason, boolean confirmed)
            implements About {}

    /** 取消. */
    record Cancel(ItemNumber number, String reason, boolean confirmed) implements About {}

    /** 签到. @param people whom the organiser notes as present; empty for oneself */
    record CheckIn(ItemNumber number, List<String> people) implements About {}

    /** 纪要: write them, or write them anew. @param people who is noted as present by the way; may be empty */
    record Minute(ItemNumber number, List<String> people, String decisions, List<Order> orders) implements About {}

    /** 分发 the minutes. */
    record Distribute(ItemNumber number, boolean confirmed) implements About {}

    /** 确认 the minutes. */
    record Confirm(ItemNumber number) implements About {}

    /** 异议 to the minutes. */
    record Object(ItemNumber number, String text) implements About {}
}
