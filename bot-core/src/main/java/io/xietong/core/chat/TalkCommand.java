package io.xietong.core.chat;

import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Language;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Verbs that belong to no feature: finding one's way, looking things up, personal settings, standing in for others. */
public sealed interface TalkCommand extends Command {

    /** 帮助, for this person in this chat, or about one verb. */
    record Help(Optional<String> verb) implements TalkCommand {}

    /** 协同: the home card with to-do counts and the main buttons. */
    record Home() implements TalkCommand {}

    /** 待办: everything waiting for me, oldest due first. */
    record ToDo() implements TalkCommand {}

    /** 我的: what I filed and what I answer for. */
    record Mine() implements TalkCommand {}

    /** An item number alone: show the item. */
    record Show(ItemNumber number) implements TalkCommand {}

    /** 轨迹 of an item. */
    record Trail(ItemNumber number) implements TalkCommand {}

    /** 查: items whose text holds all the words, among those the person may see. */
    record Find(String words) implements TalkCommand {}

    /**
     * 导出: the items the person may see, as a table in a file.
     *
     * @param kind     only items of this kind
     * @param onlyMine only what the person has a part in
     * @param csv      CSV instead of XLSX
     */
    record Export(Optional<ItemKind> kind, boolean onlyMine, boolean csv) implements TalkCommand {}

    /** 值守: what the secretaries and IT see to today. */
    record OnDuty() implements TalkCommand {}

    /** 群组: the chat groups that the person may know of. */
    record Groups() implements TalkCommand {}

    /** 控制台: a link that opens the person's own web pages once. */
    record Console() implements TalkCommand {}

    /** 重发 a message that did not arrive. @param message its number; all when empty */
    record Resend(Optional<Long> message) implements TalkCommand {}

    /** 接口人, of one department or of all; with each contact's open items. */
    record Contacts(Optional<String> department) implements TalkCommand {}

    /**
     * 设置: show, or change what is present. Times are local to the company's zone.
     *
     * @param platform where to be reached, by its name in accounts, or {@link #LAST}
     */
    record Settings(
            Optional<Language> language,
            Optional<LocalTime> quietFrom,
            Optional<LocalTime> quietTo,
            Optional<Boolean> digest,
            Optional<String> platform)
            implements TalkCommand {

        /** Wherever the person spoke last. */
        public static final String LAST = "auto";

        /** Whether nothing is to be changed. */
        public boolean isEmpty() {
            return language.isEmpty() && quietFrom.isEmpty() && digest.isEmpty() && platform.isEmpty();
        }
    }

    /** 日历 N个工作日: the day that is the Nth working day from today, with the reasons. */
    record WorkingDays(int count) implements TalkCommand {}

    /** 日历 of an item: how its due time came about. */
    record ExplainDue(ItemNumber number) implements TalkCommand {}

    /** 日历 alone: today, the coming special days and the state of the years. */
    record ShowCalendar() implements TalkCommand {}

    /** 日历 导入: read the calendar files again, recompute what is open and announce what changed. Secretary and IT only. */
    record ImportCalendar() implements TalkCommand {}

    /**
     * 请假 or 代理, for oneself or, by a superior or the secretary, for somebody else.
     *
     * @param person   who is away; the speaker when empty
     * @param delegate who decides meanwhile
     */
    record Delegate(Optional<String> person, Optional<String> delegate, LocalDate firstDay, LocalDate lastDay)
            implements TalkCommand {}

    /** 销假: back early; ends the leave or delegation of the speaker or of the named person. */
    record EndDelegation(Optional<String> person) implements TalkCommand {}
}
