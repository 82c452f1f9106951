package io.xietong.core.notice;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Audience;
import java.time.Instant;
import java.util.Optional;

/** What people ask for around notices. */
public sealed interface NoticeCommand extends Command {

    /** 公告 as far as it is known, to be filled in. @param audience in words */
    record Draft(NoticeKind kind, String text, String audience, boolean mustRead) implements NoticeCommand {}

    /** 公告. @param at when it is to be published; at once when empty */
    record Publish(NoticeKind kind, String text, Audience audience, boolean mustRead, Optional<Instant> at)
            implements NoticeCommand {}

    /** A verb about a notice that exists. */
    sealed interface About extends NoticeCommand, AboutItem {}

    /** 确认 by a reader. */
    record Confirm(ItemNumber number) implements About {}

    /** 更正: another text in the place of this one. */
    record Correct(ItemNumber number, String text, boolean confirmed) implements About {}

    /** 撤回. */
    record Withdraw(ItemNumber number, boolean confirmed) implements About {}
}
