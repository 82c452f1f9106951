package io.xietong.core.dispute;

import io.xietong.core.action.Order;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Optional;

/** What people ask for around a dispute. Texts are what the person wrote, unescaped. */
public sealed interface DisputeCommand extends Command {

    /**
     * 争议. Raise a dispute.
     *
     * @param about      the item it arises from; empty for one on its own
     * @param department the other side; needed only when it does not follow from the item
     * @param position   the raiser's position, which is also what it is about
     */
    record Raise(Optional<ItemNumber> about, Optional<String> department, String position) implements DisputeCommand {}

    /** A verb about a dispute that exists. */
    sealed interface About extends DisputeCommand, AboutItem {}

    /** 立场: what a side has to say. */
    record StatePosition(ItemNumber number, String text) implements About {}

    /** 和解: terms that a side proposes, and agrees to by proposing them. */
    record Propose(ItemNumber number, String terms) implements About {}

    /** 同意 the terms that lie on the table. */
    record Agree(ItemNumber number) implements About {}

    /** 升级 to the next level. */
    record Escalate(ItemNumber number, String reason) implements About {}

    /** 受案: the secretary receives it for the committee. */
    record Receive(ItemNumber number, DisputeKind kind) implements About {}

    /**
     * 表决.
     *
     * @param choice department of the side that is supported, or {@link io.xietong.core.vote.Ballot#ABSTAIN}
     */
    record Vote(ItemNumber number, Choice choice, String reason) implements About {}

    /** What can be voted for. */
    enum Choice {
        FIRST,
        SECOND,
        ABSTAIN
    }

    /** 回避: a member declares that they will not vote. */
    record Recuse(ItemNumber number, String reason) implements About {}

    /**
     * 裁决. Asks back once: a ruling is public.
     *
     * @param favours which side is upheld; empty for neither
     */
    record Rule(ItemNumber number, String text, Optional<Choice> favours, List<Order> orders, boolean confirmed)
            implements About {

        public Rule {
            orders = List.copyOf(orders);
        }
    }

    /** 复议: the one review, on new evidence. */
    record Review(ItemNumber number, String evidence) implements About {}

    /** 撤回 by the side that raised it. */
    record Withdraw(ItemNumber number, boolean confirmed) implements About {}
}
