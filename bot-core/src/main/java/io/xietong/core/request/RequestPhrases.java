package io.xietong.core.request;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Named;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.TalkPhrases;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs of the request. */
public final class RequestPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Set<Role> ANSWERING = Set.of(Role.CONTACT, Role.DEPUTY, Role.HEAD);
    private static final Pattern STARS = Pattern.compile("([1-5一二三四五])\\s*(?:分|星|颗星|stars?|points?|/5|$|[\\s,，。!！])");
    private static final Pattern ANY_RATING = Pattern.compile("(\\d+)");

    private RequestPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                        "request",
                        List.of("求助", "需求", "提需求", "发起求助", "发起需求", "求帮忙", "需求单"),
                        List.of("request", "ask", "req", "qz", "xq"),
                        EVERYBODY,
                        false,
                        RequestSentence::file),
                about(
                        "accept",
                        List.of("受理", "接受", "接单", "同意受理"),
                        List.of("accept", "take", "sl"),
                        ANSWERING,
                        RequestPhrases::accept),
                about(
                        "needinfo",
                        List.of("需补充", "要补充", "请补充", "需要补充"),
                        List.of("needinfo", "need info", "more info", "xbc"),
                        ANSWERING,
                        text(q -> s -> new RequestCommand.AskForInfo(s.number(), q), "request.refused.no-question")),
                about(
                        "transfer",
                        List.of("转派", "转给", "转交", "改派"),
                        List.of("transfer", "reassign", "forward", "zp"),
                        ANSWERING,
                        RequestPhrases::transfer),
                about(
                        "decline",
                        List.of("婉拒", "拒绝", "不受理", "退回"),
                        List.of("decline", "reject", "refuse", "wj"),
                        ANSWERING,
                        RequestPhrases::decline),
                about(
                        "done",
                        List.of("完成", "交付", "已完成", "做完了", "办结"),
                        List.of("done", "deliver", "finish", "complete", "wc"),
                        ANSWERING,
                        s -> understood(new RequestCommand.Deliver(s.number(), s.text()))),
                about(
                        "supply",
                        List.of("补充", "补充说明"),
                        List.of("supply", "add info", "bc"),
                        EVERYBODY,
                        text(a -> s -> new RequestCommand.Supply(s.number(), a), "request.refused.no-answer")),
                about(
                        "verify",
                        List.of("验收", "确认完成", "评分"),
                        List.of("verify", "approve", "rate", "ys"),
                        EVERYBODY,
                        RequestPhrases::verify),
                about(
                        "reopen",
                        List.of("重开", "重新打开", "返工"),
                        List.of("reopen", "ck"),
                        EVERYBODY,
                        text(r -> s -> new RequestCommand.Reopen(s.number(), r), "request.refused.no-reason")),
                about(
                        "withdraw",
                        List.of("撤回", "撤销", "取消"),
                        List.of("withdraw", "cancel", "ch"),
                        EVERYBODY,
                        RequestPhrases::withdraw),
                about(
                        "nudge",
                        List.of("催办", "催", "催一下", "催一催"),
                        List.of("nudge", "remind", "cb"),
                        EVERYBODY,
                        s -> understood(new RequestCommand.Nudge(s.number()))),
                about(
                        "comment",
                        List.of("评论", "留言", "备注", "回复"),
                        List.of("comment", "note", "reply", "pl"),
                        EVERYBODY,
                        text(t -> s -> new RequestCommand.Comment(s.number(), t), "request.refused.no-comment")),
                about(
                        "unwatch",
                        List.of("取关", "取消关注", "不再关注"),
                        List.of("unwatch", "unfollow", "qg"),
                        EVERYBODY,
                        s -> understood(new RequestCommand.Unwatch(s.number()))),
                about(
                        "watch",
                        List.of("关注", "跟进"),
                        List.of("watch", "follow", "gz"),
                        EVERYBODY,
                        s -> understood(new RequestCommand.Watch(s.number()))),
                about(
                        "escalate",
                        List.of("升级", "上报"),
                        List.of("escalate", "sj"),
                        EVERYBODY,
                        s -> understood(new RequestCommand.Escalate(s.number(), s.text()))));
    }

    private static Phrase about(
            String id, List<String> chinese, List<String> english, Set<Role> who, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, who, true, reader);
    }

    private static Reading understood(RequestCommand command) {
        return new Reading.Understood(command);
    }

    /** A verb that needs words: without them it asks for them. */
    private static Phrase.Reader text(Function<String, Function<Spoken, RequestCommand>> command, String question) {
        return spoken -> {
            if (!spoken.text().isBlank())
                return understood(command.apply(spoken.text()).apply(spoken));
            String label = "phrase." + spoken.phrase().id() + ".text";
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of(question, spoken.number()),
                    List.of(Input.longText("text", label, true, "", "")));
        };
    }

    private static Reading accept(Spoken spoken) {
        SpokenDate.Found day = spoken.date("date");
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        if (day instanceof SpokenDate.Either either) return whichDay(spoken, either);
        Optional<LocalDate> promised = day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
        return understood(new RequestCommand.Accept(spoken.number(), promised));
    }

    /** 「周五」 on a Friday: asked, not guessed. */
    private static Reading whichDay(Spoken spoken, SpokenDate.Either either) {
        String phrase = spoken.phrase().verb() + " " + spoken.number() + " ";
        return new Reading.Choice(
                Message.of("phrase.date.which", either.today(), either.nextWeek()),
                List.of(
                        new Reading.Choice.Option(
                                Message.of("phrase.date.today", either.today()), phrase + either.today()),
                        new Reading.Choice.Option(
                                Message.of("phrase.date.next", either.nextWeek()), phrase + either.nextWeek())));
    }

    private static Reading transfer(Spoken spoken) {
        Named named = new Named(spoken.hearing().organisation());
        String to = spoken.field("to").orElseGet(() -> firstWord(spoken.text()));
        String reason = spoken.field("to").isPresent() ? spoken.text() : afterFirstWord(spoken.text());
        if (to.isBlank()) {
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of("phrase.transfer.where", spoken.number()),
                    List.of(
                            Input.choice(
                                    "to",
                                    "phrase.transfer.to",
                                    true,
                                    "",
                                    spoken.hearing().organisation().departments().stream()
                                            .map(d -> new Input.Option(d.id(), d.name()))
                                            .toList()),
                            Input.longText("text", "phrase.transfer.text", false, "", "")));
        }
        String place = to.replaceFirst("^(?:给|到|to\\b)\\s*", "");
        Optional<Department> department = named.exactDepartment(place);
        if (department.isPresent()) {
            return understood(new RequestCommand.Transfer(
                    spoken.number(), department.get().id(), Optional.empty(), reason));
        }
        List<Person> people = named.people(place);
        if (people.size() == 1) {
            Person person = people.get(0);
            return understood(new RequestCommand.Transfer(
                    spoken.number(), person.department(), Optional.of(person.id()), reason));
        }
        return people.isEmpty() ? TalkPhrases.unknownDepartment(spoken, place) : whichPerson(spoken, people, reason);
    }

    /** The same name more than once: asked, not guessed. */
    private static Reading whichPerson(Spoken spoken, List<Person> people, String reason) {
        return new Reading.Choice(
                Message.of("phrase.person.which", people.get(0).name()),
                people.stream()
                        .map(person -> new Reading.Choice.Option(
                                Message.of(
                                        "phrase.person.of",
                                        person.name(),
                                        spoken.hearing().organisation().departmentName(person.department())),
                                spoken.phrase().verb() + " " + spoken.number() + " " + person.id() + " " + reason))
                        .toList());
    }

    private static Reading decline(Spoken spoken) {
        Optional<String> suggested = spoken.field("to")
                .flatMap(to -> new Named(spoken.hearing().organisation()).exactDepartment(to))
                .map(Department::id);
        if (spoken.text().isBlank()) {
            return new Reading.Incomplete(
                    spoken.phrase(),
                    spoken.anyNumber(),
                    Message.of("request.refused.no-reason", spoken.number()),
                    List.of(Input.longText("text", "phrase.decline.text", true, "", "")));
        }
        return understood(new RequestCommand.Decline(spoken.number(), spoken.text(), suggested));
    }

    private static Reading verify(Spoken spoken) {
        String said = spoken.field("rating").orElse(spoken.folded());
        Matcher stars = STARS.matcher(said);
        Matcher any = ANY_RATING.matcher(said);
        if (stars.find()) {
            int rating = "一二三四五".indexOf(stars.group(1)) + 1;
            if (rating == 0) rating = Integer.parseInt(stars.group(1));
            String comment = spoken.field("rating").isPresent() ? spoken.text() : "";
            return understood(new RequestCommand.Verify(spoken.number(), Optional.of(rating), comment));
        }
        if (any.find()) return new Reading.Wrong(Message.of("request.refused.rating", spoken.number()));
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("request.refused.rating", spoken.number()),
                List.of(
                        Input.choice("rating", "request.input.rating", true, "", ratings()),
                        Input.longText("text", "request.input.comment", false, "", spoken.text())));
    }

    private static List<Input.Option> ratings() {
        return List.of("5", "4", "3", "2", "1").stream()
                .map(stars -> new Input.Option(stars, "★".repeat(Integer.parseInt(stars))))
                .toList();
    }

    private static Reading withdraw(Spoken spoken) {
        boolean confirmed = spoken.folded().contains("确认")
                || spoken.folded().contains("确定")
                || spoken.folded().contains("confirm");
        return understood(new RequestCommand.Withdraw(spoken.number(), confirmed));
    }

    private static String firstWord(String text) {
        return text.strip().split("[\\s,，。:：]+", 2)[0];
    }

    private static String afterFirstWord(String text) {
        String[] parts = text.strip().split("[\\s,，。:：]+", 2);
        return parts.length < 2 ? "" : Spoken.reason(parts[1]);
    }
}
