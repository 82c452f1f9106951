package io.xietong.core.meeting;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Command;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Questions;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Person;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs of the meeting. */
public final class MeetingPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Set<Role> CALLERS = EnumSet.of(Role.HEAD, Role.SECRETARY, Role.CHAIR, Role.VICE_CHAIR);
    private static final Set<Role> SECRETARIES = Set.of(Role.SECRETARY, Role.HEAD);
    private static final Pattern CONFIRMED = Pattern.compile("^[\\s,，:：]{0,9}(?:确认|确定|confirm(?:ed)?)[\\s,，:：]{0,9}");
    private static final Pattern REVOKED = Pattern.compile("撤销|撤回|取消|停用|关闭|revoke|off|stop");

    private MeetingPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                                "meet",
                                List.of("开会", "召集会议", "发起会议", "约会议", "约个会", "开个会"),
                                List.of("meet", "call a meeting", "meeting"),
                                List.of("kaihui", "kh"),
                                CALLERS,
                                Set.of(),
                                CallReader::read)
                        .hintedAtBy("碰个?头|碰一下|开.{0,3}会|约.{0,3}会|\\bmeet(?:ing)?\\b"),
                new Phrase(
                                "meetings",
                                List.of("会议", "我的会议", "会议列表", "例会"),
                                List.of("meetings", "my meetings"),
                                List.of("huiyi", "hy"),
                                EVERYBODY,
                                Set.of(),
                                spoken -> Reading.understood(spoken.anyNumber()
                                        .<Command>map(TalkCommand.Show::new)
                                        .orElseGet(MeetingCommand.Mine::new)))
                        .hintedAtBy("[哪几][些个场]会|什么会|有.{0,3}会(?:$|[吗么啊])|会议|日程|my meetings"),
                about("attend", List.of("参加", "出席", "我参加"), List.of("attend", "join"), "canjia", MeetingPhrases::attend)
                        .hintedAtBy(
                                "[能会]去|会到|一?定到|[能会]来|准时|好的|没问题|count me in|will (?:be there|attend|come|join)|i\\'ll (?:come|be)"),
                about(
                                "decline-meeting",
                                List.of("请假", "不参加", "不出席", "缺席"),
                                List.of("absent", "can't attend"),
                                "qingjia",
                                Asked.words(
                                        (s, why) -> answer(s, Reply.DECLINED, Optional.empty(), Spoken.reason(why)),
                                        "meeting.refused.no-reason-to-decline"))
                        .hintedAtBy("[去来到参加]不了|不[能去来到]|没空|没时间|有事|冲突|出差|请个?假|can\\'t|cannot|won\\'t|skip|unable"),
                about(
                                "send-stand-in",
                                List.of("委托", "代参加"),
                                List.of("send", "stand in"),
                                "weituo",
                                MeetingPhrases::standIn)
                        .hintedAtBy("替|代(?!码)|派|[让叫换].{1,6}[去来参]|instead|behalf|stand in"),
                about(
                                "topic",
                                List.of("议题", "加议题", "提议题"),
                                List.of("topic", "agenda"),
                                "yiti",
                                Asked.words(
                                        (s, text) -> new MeetingCommand.Propose(s.number(), text),
                                        "meeting.refused.no-topic"))
                        .hintedAtBy("议程|讨论|聊|加[一个上条]|讲[讲一]|agenda|discuss"),
                about(
                                "check-in",
                                List.of("签到", "到会"),
                                List.of("checkin", "check in", "present"),
                                "qiandao",
                                MeetingPhrases::checkIn)
                        .hintedAtBy("到了|已到|来了|在场|签|here|arrived"),
                about(
                                "confirm-minutes",
                                List.of("确认", "确认纪要"),
                                List.of("acknowledge", "confirm minutes"),
                                "queren",
                                s -> Reading.understood(new MeetingCommand.Confirm(s.number())))
                        .hintedAtBy("没问题|没意见|无异议|无误|看[过了完]|收到|知道了|looks good|fine|no objection"),
                about(
                                "object",
                                List.of("异议", "提出异议"),
                                List.of("object", "objection"),
                                "yiyi",
                                Asked.words(
                                        (s, text) -> new MeetingCommand.Object(s.number(), text),
                                        "meeting.refused.no-objection"))
                        .hintedAtBy("不对|有误|写错|记错|不是这样|有意见|反对|漏|wrong|mistake|incorrect"),
                directing("minutes", List.of("纪要", "会议纪要", "写纪要"), List.of("minutes"), "jiyao", MinutesReader::read)
                        .hintedAtBy("记录|结论|决议|定了|notes"),
                directing(
                                "distribute",
                                List.of("分发", "分发纪要"),
                                List.of("distribute"),
                                "fenfa",
                                MeetingPhrases::distribute)
                        .hintedAtBy("发给|群发|发出|发一下|\\bsend\\b"),
                directing(
                                "reschedule",
                                List.of("改期", "延期", "改时间"),
                                List.of("reschedule", "postpone"),
                                "gaiqi",
                                MeetingPhrases::reschedule)
                        .hintedAtBy("挪|推[迟后到]|提前|改[到在成天]|换[个到]|延|移到|另约|\\bmove\\b|delay|later|earlier"),
                directing(
                                "cancel-meeting",
                                List.of("取消", "撤回", "取消会议"),
                                List.of("cancel", "call off"),
                                "quxiao",
                                MeetingPhrases::cancel)
                        .hintedAtBy("不[用]?开了|别开|不办了|撤|call(?:ed)? off"),
                new Phrase(
                                "feed",
                                List.of("日程订阅", "订阅日程", "日历订阅"),
                                List.of("feed", "calendar feed", "subscribe calendar"),
                                List.of("richengdingyue", "rcdy"),
                                EVERYBODY,
                                Set.of(),
                                s -> Reading.understood(new MeetingCommand.Subscribe(
                                        REVOKED.matcher(s.folded()).find())))
                        .hintedAtBy("订阅|ics|outlook"));
    }

    private static Phrase about(
            String id, List<String> chinese, List<String> english, String hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, List.of(hidden), EVERYBODY, Set.of(ItemKind.MEETING), reader);
    }

    private static Phrase directing(
            String id, List<String> chinese, List<String> english, String hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, List.of(hidden), SECRETARIES, Set.of(ItemKind.MEETING), reader);
    }

    private static MeetingCommand.Answer answer(Spoken spoken, Reply reply, Optional<String> standIn, String reason) {
        return new MeetingCommand.Answer(spoken.number(), reply, standIn, reason);
    }

    private static Reading attend(Spoken spoken) {
        return Reading.understood(answer(spoken, Reply.ATTENDING, Optional.empty(), ""));
    }

    private static Reading standIn(Spoken spoken) {
        SpokenTask task = SpokenTask.read(spoken.hearing(), spoken.text());
        if (task.owners().size() > 1)
            return Questions.whichPerson(
                    task.owners(),
                    spoken.hearing().organisation(),
                    person -> spoken.phrase().verb() + " " + spoken.number() + " " + person.id());
        if (task.owner().isEmpty()) return asks(spoken, "meeting.refused.stand-in-whom", "");
        return Reading.understood(
                answer(spoken, Reply.STAND_IN, task.owner().map(Person::id), Spoken.reason(task.what())));
    }

    /** For oneself, or for those whom the organiser names. */
    private static Reading checkIn(Spoken spoken) {
        String said = spoken.field("people").orElse(spoken.typed());
        List<String> people = people(spoken, said);
        return people.isEmpty() && !said.isBlank()
                ? whoCame(spoken)
                : Reading.understood(new MeetingCommand.CheckIn(spoken.number(), people));
    }

    /** Those who are named. */
    static List<String> people(Spoken spoken, String said) {
        return Named.in(spoken.hearing().organisation())
                .peopleIn(Spoken.sentence(spoken.hearing(), said).folded())
                .stream()
                .map(Person::id)
                .toList();
    }

    /** Nobody known is named. */
    static Reading whoCame(Spoken spoken) {
        return new Reading.Wrong(Message.of("meeting.refused.check-in-whom", spoken.number()));
    }

    private static Reading distribute(Spoken spoken) {
        return Reading.understood(new MeetingCommand.Distribute(
                spoken.number(), CONFIRMED.matcher(spoken.folded()).find()));
    }

    private static Reading reschedule(Spoken spoken) {
        return CallReader.reschedule(spoken, isConfirmed(spoken), rest(spoken));
    }

    private static Reading cancel(Spoken spoken) {
        String reason = rest(spoken);
        return reason.isBlank()
                ? asks(spoken, "meeting.refused.no-reason-to-cancel", "")
                : Reading.understood(
                        new MeetingCommand.Cancel(spoken.number(), Spoken.reason(reason), isConfirmed(spoken)));
    }

    private static boolean isConfirmed(Spoken spoken) {
        return CONFIRMED.matcher(spoken.folded()).find();
    }

    /** What was said besides the confirmation; of a form, its text. */
    private static String rest(Spoken spoken) {
        Matcher confirmed = CONFIRMED.matcher(spoken.folded());
        return confirmed.find()
                ? spoken.between(confirmed.end(), spoken.folded().length())
                : spoken.text();
    }

    private static Reading asks(Spoken spoken, String question, String initial) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of(question, spoken.number()),
                List.of(Input.longText("text", "phrase." + spoken.phrase().id() + ".text", true, "", initial)));
    }
}
