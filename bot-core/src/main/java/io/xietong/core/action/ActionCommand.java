package io.xietong.core.action;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What people ask for around an action item. */
public sealed interface ActionCommand extends Command {

    /** 行动项. Assign something to somebody. @param source the item it comes from */
    record Assign(Optional<String> owner, String what, Optional<LocalDate> due, Optional<ItemNumber> source)
            implements ActionCommand {}

    /** A verb about an action item that exists. */
    sealed interface About extends ActionCommand, AboutItem {}

    /** 完成, with evidence. */
    record Finish(ItemNumber number, String evidence) implements About {}

    /** 转派 to another person. */
    record HandOver(ItemNumber number, String person, String reason) implements About {}

    /** 改期 to another day, with the reason. */
    record PutOff(ItemNumber number, LocalDate due, String reason) implements About {}

    /** 撤回 by who assigned it. */
    record Cancel(ItemNumber number, boolean confirmed) implements About {}
}
