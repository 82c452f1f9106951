package io.xietong.core.chat;

import io.xietong.core.dispute.DisputeCommand;
import io.xietong.core.gate.GateCommand;
import io.xietong.core.meeting.MeetingCommand;
import io.xietong.core.request.RequestCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a command is, in the verbs and facts of corpus/sloppy.tsv: its verbs are the ids of phrases. */
final class CorpusMeaning {

    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("RequestCommand.File", "request"),
            Map.entry("RequestCommand.Draft", "request"),
            Map.entry("RequestCommand.AskForInfo", "needinfo"),
            Map.entry("RequestCommand.Deliver", "done"),
            Map.entry("TalkCommand.ExplainDue", "calendar"),
            Map.entry("TalkCommand.WorkingDays", "calendar"),
            Map.entry("TalkCommand.ShowCalendar", "calendar"),
            Map.entry("TalkCommand.EndDelegation", "back"),
            Map.entry("DisputeCommand.Raise", "dispute"),
            Map.entry("DisputeCommand.StatePosition", "position"),
            Map.entry("DisputeCommand.Propose", "settle"),
            Map.entry("DisputeCommand.Escalate", "dispute-escalate"),
            Map.entry("DisputeCommand.Withdraw", "dispute-withdraw"),
            Map.entry("ProjectCommand.PutOff", "slip"),
            Map.entry("ProjectCommand.AskReport", "report"),
            Map.entry("ProjectCommand.Close", "close-project"),
            Map.entry("MeetingCommand.Call", "meet"),
            Map.entry("MeetingCommand.Mine", "meetings"),
            Map.entry("MeetingCommand.Confirm", "confirm-minutes"),
            Map.entry("MeetingCommand.CheckIn", "check-in"),
            Map.entry("MeetingCommand.Cancel", "cancel-meeting"),
            Map.entry("ActionCommand.Assign", "action"),
            Map.entry("ActionCommand.HandOver", "hand-over"),
            Map.entry("ActionCommand.PutOff", "put-off"),
            Map.entry("ActionCommand.Cancel", "action-withdraw"),
            Map.entry("NoticeCommand.Draft", "notice"),
            Map.entry("NoticeCommand.Publish", "notice"),
            Map.entry("NoticeCommand.Withdraw", "notice-withdraw"));

    private CorpusMeaning() {}

    static String verb(Command command) {
        if (command instanceof TalkCommand.Delegate delegate)
            return delegate.delegate().isPresent() ? "delegate" : "away";
        if (command instanceof GateCommand.Judge judge)
            return "gate-" + judge.verdict().name().toLowerCase(Locale.ROOT);
        if (command instanceof MeetingCommand.Answer answer)
            return switch (answer.reply()) {
                case NONE, ATTENDING -> "attend";
                case DECLINED -> "decline-meeting";
                case STAND_IN -> "send-stand-in";
            };
        String name = command.getClass().getSimpleName();
        String feature = command.getClass().getEnclosingClass().getSimpleName();
        return VERBS.getOrDefault(feature + "." + name, name.toLowerCase(Locale.ROOT));
    }

    static Map<String, String> facts(Command command) {
        Map<String, String> facts = new TreeMap<>();
        if (command instanceof AboutItem about)
            facts.put("number", about.number().toString());
        if (command instanceof RequestCommand.File file) {
            facts.put("department", file.department());
            file.person().ifPresent(person -> facts.put("person", person));
            file.wantedBy().ifPresent(day -> facts.put("date", day.toString()));
        }
        if (command instanceof RequestCommand.Draft draft) {
            draft.department().ifPresent(department -> facts.put("department", department));
            draft.person().ifPresent(person -> facts.put("person", person));
            draft.wantedBy().ifPresent(day -> facts.put("date", day.toString()));
        }
        if (command instanceof RequestCommand.Accept accept)
            accept.promised().ifPresent(day -> facts.put("date", day.toString()));
        if (command instanceof RequestCommand.Verify verify)
            verify.rating().ifPresent(stars -> facts.put("rating", stars.toString()));
        if (command instanceof RequestCommand.Decline decline)
            decline.suggestedDepartment().ifPresent(department -> facts.put("department", department));
        if (command instanceof RequestCommand.Transfer transfer) {
            if (transfer.person().isPresent())
                facts.put("person", transfer.person().get());
            else facts.put("department", transfer.department());
        }
        if (command instanceof DisputeCommand.Raise raise)
            raise.about().ifPresent(number -> facts.put("number", number.toString()));
        talkFacts(command, facts);
        return facts;
    }

    private static void talkFacts(Command command, Map<String, String> facts) {
        if (command instanceof TalkCommand.Show show)
            facts.put("number", show.number().toString());
        if (command instanceof TalkCommand.Trail trail)
            facts.put("number", trail.number().toString());
        if (command instanceof TalkCommand.ExplainDue due)
            facts.put("number", due.number().toString());
        if (command instanceof TalkCommand.Contacts contacts)
            contacts.department().ifPresent(department -> facts.put("department", department));
        if (command instanceof TalkCommand.Delegate delegate) {
            facts.put("from", delegate.firstDay().toString());
            facts.put("until", delegate.lastDay().toString());
            List<String> people = new ArrayList<>();
            delegate.person().ifPresent(people::add);
            delegate.delegate().ifPresent(people::add);
            if (!people.isEmpty()) facts.put("person", String.join("+", people));
        }
    }
}
