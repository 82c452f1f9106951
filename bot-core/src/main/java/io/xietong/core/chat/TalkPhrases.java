package io.xietong.core.chat;

import io.xietong.core.card.Input;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Department;
import io.xietong.core.people.Role;
import io.xietong.core.text.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verbs that belong to no feature. */
public final class TalkPhrases {

    private static final Pattern COUNT =
            Pattern.compile("(?<!\\d)(\\d{1,4}|[一二两三四五六七八九十]{1,3})\\s?个?\\s?(?:工作日|天|working|business|day|wd|$)");

    private TalkPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                phrase(
                        "help",
                        List.of("帮助", "帮助信息", "怎么用", "指令", "你能干什么"),
                        List.of("help", "usage"),
                        List.of("?", "bangzhu", "bz"),
                        TalkPhrases::help),
                phrase(
                        "home",
                        List.of("协同", "首页", "菜单"),
                        List.of("home", "menu", "start"),
                        List.of("xietong", "xt"),
                        s -> understood(new TalkCommand.Home())),
                phrase(
                        "todo",
                        List.of("待办", "我的待办", "代办"),
                        List.of("todo", "to-do", "todos", "to do", "my todos"),
                        List.of("daiban", "db"),
                        s -> understood(new TalkCommand.ToDo())),
                phrase(
                        "mine",
                        List.of("我的", "我的需求"),
                        List.of("mine", "my requests"),
                        List.of("wode", "wd"),
                        s -> understood(new TalkCommand.Mine())),
                new Phrase(
                        "trail",
                        List.of("轨迹", "记录", "历史", "进展"),
                        List.of("trail", "trace", "history"),
                        List.of("guiji", "gj"),
                        Set.of(Role.EMPLOYEE),
                        EnumSet.allOf(ItemKind.class),
                        s -> understood(new TalkCommand.Trail(s.number()))),
                phrase(
                        "find",
                        List.of("查", "查找", "搜索", "搜", "查询", "查一下", "找"),
                        List.of("find", "search"),
                        List.of("chazhao", "cz"),
                        TalkPhrases::find),
                phrase(
                        "contacts",
                        List.of("接口人", "联系人", "对接人", "找谁", "谁负责"),
                        List.of("contacts", "contact", "who"),
                        List.of("jiekouren", "jkr"),
                        TalkPhrases::contacts),
                phrase(
                        "settings",
                        List.of("设置", "偏好", "免打扰", "切换", "摘要"),
                        List.of("settings", "setting", "digest"),
                        List.of("shezhi", "sz"),
                        SettingsReader::read),
                phrase(
                        "calendar",
                        List.of("日历", "工作日历", "工作日", "什么时候到期"),
                        List.of("calendar", "cal", "due"),
                        List.of("rili", "rl"),
                        TalkPhrases::calendar),
                phrase(
                        "away",
                        List.of("请假", "休假", "外出", "出差", "请半天假", "请一天假", "请事假", "请病假", "请年假"),
                        List.of("away", "leave", "on leave"),
                        List.of("qingjia", "qj"),
                        LeaveReader::away),
                phrase(
                        "delegate",
                        List.of("代理", "代办人", "委托", "授权"),
                        List.of("delegate"),
                        List.of("daili", "dl"),
                        LeaveReader::delegate),
                phrase(
                        "back",
                        List.of("销假", "回来了", "我回来了", "取消代理", "结束代理"),
                        List.of("back", "i'm back"),
                        List.of("xiaojia", "xj"),
                        LeaveReader::back));
    }

    private static Phrase phrase(
            String id, List<String> chinese, List<String> english, List<String> hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, Set.of(Role.EMPLOYEE), Set.of(), reader);
    }

    private static Reading understood(Command command) {
        return new Reading.Understood(command);
    }

    private static Reading help(Spoken spoken) {
        return understood(new TalkCommand.Help(Optional.of(spoken.text()).filter(text -> !text.isBlank())));
    }

    private static Reading find(Spoken spoken) {
        if (!spoken.text().isBlank()) return understood(new TalkCommand.Find(spoken.text()));
        if (spoken.anyNumber().isPresent()) return understood(new TalkCommand.Show(spoken.number()));
        return new Reading.Incomplete(
                spoken.phrase(),
                Optional.empty(),
                Message.of("phrase.find.what"),
                List.of(Input.text("text", "phrase.find.what", true, "", "")));
    }

    private static Reading contacts(Spoken spoken) {
        if (spoken.text().isBlank()) return understood(new TalkCommand.Contacts(Optional.empty()));
        Optional<Department> department = spoken.department().map(Named.Mention::department);
        return department
                .map(found -> understood(new TalkCommand.Contacts(Optional.of(found.id()))))
                .orElseGet(() -> Questions.unknownDepartment(spoken, spoken.text()));
    }

    private static Reading calendar(Spoken spoken) {
        if (spoken.anyNumber().isPresent()) return understood(new TalkCommand.ExplainDue(spoken.number()));
        String text = spoken.folded();
        if (text.contains("导入") || text.contains("import") || text.contains("reload")) {
            return understood(new TalkCommand.ImportCalendar());
        }
        Matcher count = COUNT.matcher(text);
        if (!count.find()) return understood(new TalkCommand.ShowCalendar());
        int days = SpokenDate.count(count.group(1));
        if (days < 1 || days > 250) return new Reading.Wrong(Message.of("phrase.calendar.count", days));
        return understood(new TalkCommand.WorkingDays(days));
    }
}
