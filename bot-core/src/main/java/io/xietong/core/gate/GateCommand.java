package io.xietong.core.gate;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Optional;

/** What people ask for around a joint gate. Texts are what the person wrote, unescaped. */
public sealed interface GateCommand extends Command {

    /**
     * 评审. Call the departments to a gate.
     *
     * @param ordinal the milestone's place in the project; empty for the one that comes next
     */
    record Call(ItemNumber project, Optional<Integer> ordinal) implements GateCommand {}

    /** A verb about a gate that exists. */
    sealed interface About extends GateCommand, AboutItem {}

    /** 通过, 有条件通过, 不通过, 弃权: what a department says. @param conditions of a conditional pass */
    record Judge(ItemNumber number, Verdict verdict, String reason, List<Condition> conditions) implements About {

        public Judge {
            conditions = List.copyOf(conditions);
        }
    }

    /** 再评: another round after it failed. @param changed what is different now */
    record CallAgain(ItemNumber number, String changed) implements About {}

    /** 放行. Asks back once: the reason is public. */
    record Release(ItemNumber number, String reason, boolean confirmed) implements About {}

    /** 撤回 by who may call it. */
    record Withdraw(ItemNumber number, boolean confirmed) implements About {}
}
