package io.xietong.core.request;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people ask for around a request. Texts are what the person wrote, unescaped, without control characters. */
public sealed interface RequestCommand extends Command {

    /**
     * 求助. File a new request.
     *
     * @param department     whom it is for
     * @param person         a particular person there, when one was named
     * @param supportNeeded  may be empty
     * @param named          person ids that may see it besides the parties; they are told of it too
     * @param evenIfRepeated the same text was just filed and the person wants it again
     */
    record File(
            String department,
            Optional<String> person,
            String need,
            Optional<LocalDate> wantedBy,
            String supportNeeded,
            boolean urgent,
            Visibility visibility,
            Set<String> named,
            boolean evenIfRepeated)
            implements RequestCommand {
        public File {
            named = Set.copyOf(named);
        }
    }

    /** A request that is not complete or not confirmed yet: shown as a filled-in form, never acted on. */
    record Draft(
            Optional<String> department,
            Optional<String> person,
            String need,
            Optional<LocalDate> wantedBy,
            boolean urgent)
            implements RequestCommand {}

    /** A verb about a request that exists. */
    sealed interface About extends RequestCommand, AboutItem {}

    /** 受理 with a promised day; empty means the day the requester wanted. */
    record Accept(ItemNumber number, Optional<LocalDate> promised) implements About {}

    /** 需补充: a question back to the requester. */
    record AskForInfo(ItemNumber number, String question) implements About {}

    /** 补充: the requester's answer to that question. */
    record Supply(ItemNumber number, String answer) implements About {}

    /** 转派 to another department, or to another person of the own one. */
    record Transfer(ItemNumber number, String department, Optional<String> person, String reason) implements About {}

    /** 婉拒, with the department that should be asked instead. */
    record Decline(ItemNumber number, String reason, Optional<String> suggestedDepartment) implements About {}

    /** 完成: the work is delivered and waits for the requester's acceptance. */
    record Deliver(ItemNumber number, String note) implements About {}

    /** 验收 with a rating of 1 to 5; empty when the person has not given one yet. */
    record Verify(ItemNumber number, Optional<Integer> rating, String comment) implements About {}

    /** 重开 what was delivered, declined or completed. */
    record Reopen(ItemNumber number, String reason) implements About {}

    /** 撤回. Asks back once: the effect is public. */
    record Withdraw(ItemNumber number, boolean confirmed) implements About {}

    /** 催办. */
    record Nudge(ItemNumber number) implements About {}

    /** 升级 to both heads, once it is overdue or has bounced. */
    record Escalate(ItemNumber number, String reason) implements About {}

    /** The names of all verbs, for help, rights and tables. */
    static List<Class<? extends RequestCommand>> verbs() {
        return List.of(
                File.class,
                Accept.class,
                AskForInfo.class,
                Supply.class,
                Transfer.class,
                Decline.class,
                Deliver.class,
                Verify.class,
                Reopen.class,
                Withdraw.class,
                Nudge.class,
                Escalate.class);
    }
}
