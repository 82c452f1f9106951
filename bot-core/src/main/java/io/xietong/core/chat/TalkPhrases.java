package io.xietong.core.chat;

import io.xietong.core.card.Input;
import io.xietong.core.people.Department;
import io.xietong.core.people.Person;
import io.xietong.core.people.Role;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs that belong to no feature. */
public final class TalkPhrases {

    private static final Pattern COUNT = Pattern.compile("(\\d{1,4})\\s*(?:个)?\\s*(?:工作日|天|working|business|day|wd|$)");
    private static final Pattern QUIET =
            Pattern.compile("(\\d{1,2})[:点]?(\\d{2})?\\s*(?:-|到|至|~|to)\\s*(\\d{1,2})[:点]?(\\d{2})?");

    private TalkPhrases() {}

    public static List<Phrase> all() {
        Set<Role> everybody = Set.of(Role.EMPLOYEE);
        return List.of(
                phrase(
                        "help",
                        List.of("帮助", "帮助信息", "怎么用", "指令"),
                        List.of("help", "bz", "?", "usage"),
                        everybody,
                        TalkPhrases::help),
                phrase(
                        "home",
                        List.of("协同", "首页", "菜单"),
                        List.of("home", "menu", "xt", "start"),
                        everybody,
                        s -> understood(new TalkCommand.Home())),
                phrase(
                        "todo",
                        List.of("待办", "我的待办", "代办"),
                        List.of("todo", "to-do", "todos", "db"),
                        everybody,
                        s -> understood(new TalkCommand.ToDo())),
                phrase(
                        "mine",
                        List.of("我的", "我的需求"),
                        List.of("mine", "my requests", "wd"),
                        everybody,
                        s -> understood(new TalkCommand.Mine())),
                new Phrase(
                        "trail",
                        List.of("轨迹", "记录", "历史", "进展"),
                        List.of("trail", "trace", "history", "gj"),
                        everybody,
                        true,
                        s -> understood(new TalkCommand.Trail(s.number()))),
                phrase(
                        "find",
                        List.of("查", "查找", "搜索", "搜", "查询", "查一下", "找"),
                        List.of("find", "search", "cz"),
                        everybody,
                        TalkPhrases::find),
                phrase(
                        "contacts",
                        List.of("接口人", "联系人", "找谁"),
                        List.of("contacts", "contact", "jkr", "who"),
                        everybody,
                        TalkPhrases::contacts),
                phrase(
                        "settings",
                        List.of("设置", "偏好"),
                        List.of("settings", "setting", "sz"),
                        everybody,
                        TalkPhrases::settings),
                phrase(
                        "calendar",
                        List.of("日历", "工作日历", "工作日"),
                        List.of("calendar", "cal", "rl"),
                        everybody,
                        TalkPhrases::calendar),
                phrase(
                        "away",
                        List.of("请假", "休假", "外出", "出差"),
                        List.of("away", "leave", "on leave", "qj"),
                        everybody,
                        TalkPhrases::away),
                phrase(
                        "delegate",
                        List.of("代理", "代办人", "委托", "授权"),
                        List.of("delegate", "dl"),
                        everybody,
                        TalkPhrases::delegate),
                phrase(
                        "back",
                        List.of("销假", "回来了", "取消代理", "结束代理"),
                        List.of("back", "i'm back", "xj"),
                        everybody,
                        TalkPhrases::back));
    }

    private static Phrase phrase(
            String id, List<String> chinese, List<String> english, Set<Role> who, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, who, false, reader);
    }

    private static Reading understood(Command command) {
        return new Reading.Understood(command);
    }

    private static Reading wrong(String key, Object... args) {
        return new Reading.Wrong(Message.of(key, args));
    }

    private static Reading help(Spoken spoken) {
        return understood(new TalkCommand.Help(Optional.of(spoken.text()).filter(text -> !text.isBlank())));
    }

    private static Reading find(Spoken spoken) {
        if (spoken.text().isBlank()) {
            if (spoken.anyNumber().isPresent()) return understood(new TalkCommand.Show(spoken.number()));
            return new Reading.Incomplete(
                    spoken.phrase(),
                    Optional.empty(),
                    Message.of("phrase.find.what"),
                    List.of(Input.text("text", "phrase.find.what", true, "", "")));
        }
        return understood(new TalkCommand.Find(spoken.text()));
    }

    private static Reading contacts(Spoken spoken) {
        if (spoken.text().isBlank()) return understood(new TalkCommand.Contacts(Optional.empty()));
        Optional<Department> department = new Named(spoken.hearing().organisation())
                .department(spoken.folded())
                .map(Named.Mention::department);
        return department
                .map(d -> understood(new TalkCommand.Contacts(Optional.of(d.id()))))
                .orElseGet(() -> unknownDepartment(spoken, spoken.text()));
    }

    /** The sentence for a department that does not exist: it names those that do. */
    public static Reading unknownDepartment(Spoken spoken, String typed) {
        List<Object> names = spoken.hearing().organisation().departments().stream()
                .<Object>map(Department::name)
                .toList();
        return wrong("request.refused.unknown-department", typed, names);
    }

    private static Reading settings(Spoken spoken) {
        String text = spoken.folded();
        Optional<Language> language = spoken.field("language").flatMap(Language::of);
        for (String word : text.split("\\s+")) language = language.or(() -> Language.of(word));
        Matcher quiet = QUIET.matcher(spoken.field("quiet").orElse(text));
        Optional<LocalTime> from = Optional.empty();
        Optional<LocalTime> to = Optional.empty();
        if (quiet.find()) {
            try {
                from = Optional.of(time(quiet.group(1), quiet.group(2)));
                to = Optional.of(time(quiet.group(3), quiet.group(4)));
            } catch (DateTimeException e) {
                return wrong("phrase.settings.bad-time", quiet.group());
            }
        }
        Optional<Boolean> digest = spoken.field("digest").map("yes"::equals);
        if (text.contains("摘要") || text.contains("汇总") || text.contains("digest")) {
            digest = Optional.of(!(text.contains("关") || text.contains("off") || text.contains("不")));
        }
        return understood(new TalkCommand.Settings(language, from, to, digest));
    }

    private static LocalTime time(String hour, String minute) {
        int typed = Integer.parseInt(hour);
        return LocalTime.of(typed == 24 ? 0 : typed, minute == null ? 0 : Integer.parseInt(minute));
    }

    private static Reading calendar(Spoken spoken) {
        if (spoken.anyNumber().isPresent()) return understood(new TalkCommand.ExplainDue(spoken.number()));
        String text = spoken.folded();
        if (text.contains("导入") || text.contains("import") || text.contains("reload")) {
            return understood(new TalkCommand.ImportCalendar());
        }
        Matcher count = COUNT.matcher(text);
        if (!count.find()) return understood(new TalkCommand.ShowCalendar());
        int days = Integer.parseInt(count.group(1));
        if (days < 1 || days > 250) return wrong("phrase.calendar.count", days);
        return understood(new TalkCommand.WorkingDays(days));
    }

    private static Reading away(Spoken spoken) {
        List<Person> people = new Named(spoken.hearing().organisation()).peopleIn(spoken.folded());
        return leave(spoken, people.stream().findFirst().map(Person::id), Optional.empty());
    }

    /** 「代理 王芳 周一 到 周五」 for oneself, 「代理 张伟 由 王芳 …」 for another. */
    private static Reading delegate(Spoken spoken) {
        Named named = new Named(spoken.hearing().organisation());
        Optional<String> field = spoken.field("delegate");
        List<Person> people = field.map(named::people).orElseGet(() -> named.peopleIn(spoken.folded()));
        if (people.isEmpty()) {
            return new Reading.Incomplete(
                    spoken.phrase(),
                    Optional.empty(),
                    Message.of("phrase.delegate.who"),
                    List.of(
                            Input.choice(
                                    "delegate",
                                    "phrase.delegate.input.delegate",
                                    true,
                                    "",
                                    spoken.hearing().organisation().people().stream()
                                            .filter(person -> !person.id()
                                                    .equals(spoken.hearing().speaker()))
                                            .map(person -> new Input.Option(person.id(), person.name()))
                                            .toList()),
                            Input.date(
                                    "from",
                                    "phrase.delegate.input.from",
                                    true,
                                    spoken.hearing().today().toString()),
                            Input.date(
                                    "until",
                                    "phrase.delegate.input.until",
                                    true,
                                    spoken.hearing().today().toString())));
        }
        if (people.size() == 1)
            return leave(spoken, Optional.empty(), Optional.of(people.get(0).id()));
        return leave(
                spoken,
                Optional.of(people.get(0).id()),
                Optional.of(people.get(1).id()));
    }

    private static Reading leave(Spoken spoken, Optional<String> person, Optional<String> delegate) {
        List<LocalDate> days = new ArrayList<>();
        for (String field : List.of("from", "until"))
            spoken.field(field).map(LocalDate::parse).ifPresent(days::add);
        String rest = spoken.folded();
        while (days.size() < 2) {
            SpokenDate.Found found = SpokenDate.find(
                    rest, spoken.hearing().today(), spoken.hearing().workingDay());
            if (found instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
            if (found instanceof SpokenDate.Either either) days.add(either.today());
            else if (found instanceof SpokenDate.On on) days.add(on.date());
            else break;
            rest = rest.substring(0, found.start())
                    + " ".repeat(found.end() - found.start())
                    + rest.substring(found.end());
        }
        if (days.isEmpty()) {
            return new Reading.Incomplete(
                    spoken.phrase(),
                    Optional.empty(),
                    Message.of("phrase.away.when"),
                    List.of(
                            Input.date(
                                    "from",
                                    "phrase.delegate.input.from",
                                    true,
                                    spoken.hearing().today().toString()),
                            Input.date(
                                    "until",
                                    "phrase.delegate.input.until",
                                    true,
                                    spoken.hearing().today().toString())));
        }
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        return understood(new TalkCommand.Delegate(person, delegate, first, last));
    }

    private static Reading back(Spoken spoken) {
        return understood(
                new TalkCommand.EndDelegation(new Named(spoken.hearing().organisation())
                        .peopleIn(spoken.folded()).stream().findFirst().map(Person::id)));
    }
}
