package io.xietong.core.chat;

import static io.xietong.core.chat.Reading.understood;

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

    private static final Set<Role> KEEPERS = Set.of(Role.SECRETARY, Role.ADMIN);
    private static final Pattern MESSAGE = Pattern.compile("\\d{1,18}");

    private TalkPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                phrase(
                                "help",
                                List.of("帮助", "帮助信息", "怎么用", "指令", "你能干什么"),
                                List.of("help", "usage"),
                                List.of("?", "bangzhu", "bz"),
                                TalkPhrases::help)
                        .hintedAtBy(
                                "怎么[用提操弄发]|咋[用提弄]|会[啥些什]|不太?会|会不会用|能做|功能|命令|教|说明书|手册|新手|新来|干[嘛啥]|how|what can|guide|manual"),
                phrase(
                                "home",
                                List.of("协同", "首页", "菜单"),
                                List.of("home", "menu", "start"),
                                List.of("xietong", "xt"),
                                s -> understood(new TalkCommand.Home()))
                        .hintedAtBy("主页|主菜单|回到|面板|\\bmain\\b"),
                phrase(
                                "todo",
                                List.of("待办", "我的待办", "代办"),
                                List.of("todo", "to-do", "todos", "to do", "my todos"),
                                List.of("daiban", "db"),
                                s -> understood(new TalkCommand.ToDo()))
                        .hintedAtBy(
                                "等着?我|待处理|要.{0,2}处理|没[处办做弄]|未处理|剩|[压堆]着|在我这|要[办做干]|活儿?要|手[头上里]|欠|plate|pending|tasks?\\b|to-do"),
                phrase(
                                "mine",
                                List.of("我的", "我的需求"),
                                List.of("mine", "my requests"),
                                List.of("wode", "wd"),
                                s -> understood(new TalkCommand.Mine()))
                        .hintedAtBy("我提|我发|我[这个上]|我接|我名下|我的|单子|\\bmy\\b|\\bi (?:filed|sent|asked)"),
                new Phrase(
                                "trail",
                                List.of("轨迹", "记录", "历史", "进展"),
                                List.of("trail", "trace", "history"),
                                List.of("guiji", "gj"),
                                Set.of(Role.EMPLOYEE),
                                EnumSet.allOf(ItemKind.class),
                                s -> understood(new TalkCommand.Trail(s.number())))
                        .hintedAtBy("进度|经过|经手|来龙去脉|谁|什么时候|到哪|历程|流转|变更|happened|progress|\\bwho\\b"),
                phrase(
                                "find",
                                List.of("查", "查找", "搜索", "搜", "查询", "查一下", "找"),
                                List.of("find", "search"),
                                List.of("chazhao", "cz"),
                                TalkPhrases::find)
                        .hintedAtBy("有没有|找|搜|翻[一出]|look for|where"),
                phrase(
                                "export",
                                List.of("导出", "下载清单", "导出清单"),
                                List.of("export"),
                                List.of("daochu", "dc"),
                                ExportReader::read)
                        .hintedAtBy("表格|电子表|清单|excel|xlsx|csv|spreadsheet"),
                phrase(
                        "groups",
                        List.of("群组", "群目录", "群"),
                        List.of("groups", "group directory"),
                        List.of("qunzu"),
                        s -> understood(new TalkCommand.Groups())),
                phrase(
                                "console",
                                List.of("控制台", "管理台", "打开控制台", "网页版"),
                                List.of("console", "web console"),
                                List.of("kongzhitai", "kzt"),
                                s -> understood(new TalkCommand.Console()))
                        .hintedAtBy("网页|后台|浏览器|电脑上|大屏|dashboard|browser|web ?page"),
                new Phrase(
                        "on-duty",
                        List.of("值守", "值班"),
                        List.of("duty", "on duty"),
                        List.of("zhishou", "zs"),
                        KEEPERS,
                        Set.of(),
                        s -> understood(new TalkCommand.OnDuty())),
                new Phrase(
                        "resend",
                        List.of("重发", "重新发送"),
                        List.of("resend"),
                        List.of("chongfa", "cf"),
                        KEEPERS,
                        Set.of(),
                        TalkPhrases::resend),
                phrase(
                                "contacts",
                                List.of("接口人", "联系人", "对接人", "找谁", "谁负责"),
                                List.of("contacts", "contact", "who"),
                                List.of("jiekouren", "jkr"),
                                TalkPhrases::contacts)
                        .hintedAtBy("哪位|找谁|谁管|归谁|对接|联系|电话|问谁|谁在?负责|\\bwho\\b"),
                phrase(
                                "settings",
                                List.of("设置", "偏好", "免打扰", "切换", "摘要"),
                                List.of("settings", "setting", "digest"),
                                List.of("shezhi", "sz"),
                                SettingsReader::read)
                        .hintedAtBy(
                                "打扰|勿扰|别.{0,4}[推发]|提醒|通知|语言|英文|中文|静音|推送|消息|language|quiet|mute|english|chinese|notif"),
                phrase(
                                "calendar",
                                List.of("日历", "工作日历", "工作日", "什么时候到期"),
                                List.of("calendar", "cal", "due"),
                                List.of("rili", "rl"),
                                TalkPhrases::calendar)
                        .hintedAtBy("到期|截止|放假|假期|节假|调休|补班|上班|哪天|几号|时限|deadline|holiday|working days"),
                phrase(
                                "away",
                                List.of("请假", "休假", "外出", "出差", "请半天假", "请一天假", "请事假", "请病假", "请年假"),
                                List.of("away", "leave", "on leave"),
                                List.of("qingjia", "qj"),
                                LeaveReader::away)
                        .hintedAtBy(
                                "(?<!放)假(?!期)|不在|出差|外出|休息|不上班|年休|病|\\boff\\b|vacation|sick|out of office|\\bleave\\b"),
                phrase(
                                "delegate",
                                List.of("代理", "代办人", "委托", "授权"),
                                List.of("delegate"),
                                List.of("daili", "dl"),
                                LeaveReader::delegate)
                        .hintedAtBy(
                                "替|代(?!码|表)|顶[班一]|[帮替]我(?:顶|盯|看)|帮我审|[让由请].{1,6}(?:处理|负责|审批?|顶)|cover|stand in|behalf"),
                phrase(
                                "back",
                                List.of("销假", "回来了", "我回来了", "取消代理", "结束代理"),
                                List.of("back", "i'm back"),
                                List.of("xiaojia", "xj"),
                                LeaveReader::back)
                        .hintedAtBy("回[来岗]|返岗|上班[了啦]|销个|休完|returned"));
    }

    private static Phrase phrase(
            String id, List<String> chinese, List<String> english, List<String> hidden, Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, Set.of(Role.EMPLOYEE), Set.of(), reader);
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

    private static Reading resend(Spoken spoken) {
        Matcher number = MESSAGE.matcher(spoken.folded());
        return understood(
                new TalkCommand.Resend(number.find() ? Optional.of(Long.parseLong(number.group())) : Optional.empty()));
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
