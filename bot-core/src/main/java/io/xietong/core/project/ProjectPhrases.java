package io.xietong.core.project;

import io.xietong.core.chat.Asked;
import io.xietong.core.chat.Phrase;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Role;
import java.util.List;
import java.util.Set;

/** The verbs of the project. */
public final class ProjectPhrases {

    private static final Set<Role> EVERYBODY = Set.of(Role.EMPLOYEE);
    private static final Set<Role> HEADS = Set.of(Role.HEAD, Role.DEPUTY);
    private static final Set<Role> COMMITTEE = Set.of(Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);

    private static final Set<Role> HEADS_AND_COMMITTEE =
            Set.of(Role.HEAD, Role.SECRETARY, Role.MEMBER, Role.CHAIR, Role.VICE_CHAIR);

    private ProjectPhrases() {}

    public static List<Phrase> all() {
        return List.of(
                new Phrase(
                        "charter",
                        List.of("立项", "项目立项", "发起项目", "新建项目"),
                        List.of("charter", "new project"),
                        List.of("lixiang"),
                        EVERYBODY,
                        Set.of(),
                        CharterReader::draft),
                new Phrase(
                        "projects",
                        List.of("项目", "项目列表", "所有项目"),
                        List.of("projects", "project"),
                        List.of("xiangmu"),
                        EVERYBODY,
                        Set.of(),
                        ProjectReader::projects),
                new Phrase(
                        "plan",
                        List.of("年度计划", "年度协同计划"),
                        List.of("annual plan", "plan"),
                        List.of("niandujihua"),
                        HEADS_AND_COMMITTEE,
                        Set.of(),
                        PlanReader::read),
                about(
                        "revise",
                        List.of("修改", "修改任务书", "修订"),
                        List.of("revise"),
                        List.of("xiugai"),
                        EVERYBODY,
                        CharterReader::revise),
                about(
                        "sign",
                        List.of("签署", "签字", "会签"),
                        List.of("sign"),
                        List.of("qianshu"),
                        HEADS,
                        s -> ProjectReader.plain(s, ProjectCommand.Sign::new)),
                about(
                        "return",
                        List.of("不签", "不签署", "退回任务书"),
                        List.of("return", "send back"),
                        List.of("buqian"),
                        HEADS,
                        Asked.words(
                                (s, text) -> new ProjectCommand.Return(s.number(), text),
                                "project.refused.no-reason-to-return")),
                about(
                        "duty",
                        List.of("承担", "接受牵头"),
                        List.of("take duty", "take lead"),
                        List.of("chengdan"),
                        EVERYBODY,
                        ProjectReader::acceptDuty),
                about(
                        "decline-duty",
                        List.of("不承担", "推辞"),
                        List.of("decline duty"),
                        List.of("buchengdan"),
                        EVERYBODY,
                        Asked.words(
                                (s, text) -> new ProjectCommand.DeclineDuty(s.number(), text),
                                "project.refused.no-reason-to-decline")),
                about(
                        "project-vote",
                        List.of("表决", "投票"),
                        List.of("vote"),
                        List.of("biaojue", "bj"),
                        COMMITTEE,
                        ProjectReader::vote),
                about(
                        "reach",
                        List.of("达成", "完成", "已达成"),
                        List.of("reach", "reached", "done"),
                        List.of("dacheng"),
                        EVERYBODY,
                        ProjectReader::reach),
                about(
                        "slip",
                        List.of("延期", "推迟", "顺延", "改期"),
                        List.of("slip", "postpone"),
                        List.of("yanqi"),
                        EVERYBODY,
                        ProjectReader::putOff),
                about(
                        "rebaseline",
                        List.of("重定基线", "调整基线"),
                        List.of("rebaseline"),
                        List.of("chongdingjixian"),
                        EVERYBODY,
                        Asked.words(
                                (s, text) -> new ProjectCommand.Rebaseline(s.number(), text),
                                "project.refused.no-reason-for-baseline")),
                about(
                        "lead",
                        List.of("牵头", "更换牵头人", "换牵头人"),
                        List.of("lead"),
                        List.of("qiantou"),
                        HEADS,
                        ProjectReader::lead),
                about(
                        "members",
                        List.of("成员", "组员"),
                        List.of("member", "members"),
                        List.of("chengyuan"),
                        EVERYBODY,
                        ProjectReader::members),
                about(
                        "rename",
                        List.of("改名", "更名"),
                        List.of("rename"),
                        List.of("gaiming"),
                        EVERYBODY,
                        Asked.words(
                                (s, text) -> new ProjectCommand.Rename(s.number(), text), "project.refused.no-title")),
                about(
                        "report",
                        List.of("周报", "写周报", "项目周报"),
                        List.of("report", "weekly report"),
                        List.of("zhoubao"),
                        EVERYBODY,
                        ProjectReader::report),
                about(
                        "stand-up",
                        List.of("站会", "每日站会"),
                        List.of("stand-up", "standup"),
                        List.of("zhanhui"),
                        EVERYBODY,
                        StandUpReader::read),
                about(
                        "project-meeting",
                        List.of("例会", "项目例会", "周例会"),
                        List.of("meetings", "regular meeting"),
                        List.of("lihui"),
                        EVERYBODY,
                        RhythmReader::read),
                about(
                        "close-project",
                        List.of("结项", "项目结项"),
                        List.of("close project", "wrap up"),
                        List.of("jiexiang"),
                        EVERYBODY,
                        ProjectReader::close),
                about(
                        "archive",
                        List.of("归档", "项目归档", "打包归档"),
                        List.of("archive"),
                        List.of("guidang"),
                        EVERYBODY,
                        s -> ProjectReader.plain(s, ProjectCommand.Archive::new)),
                about(
                        "project-cancel",
                        List.of("取消", "撤回", "撤销", "终止"),
                        List.of("cancel", "withdraw"),
                        List.of("zhongzhi"),
                        EVERYBODY,
                        ProjectReader::cancel));
    }

    private static Phrase about(
            String id,
            List<String> chinese,
            List<String> english,
            List<String> hidden,
            Set<Role> who,
            Phrase.Reader reader) {
        return new Phrase(id, chinese, english, hidden, who, Set.of(ItemKind.PROJECT), reader);
    }
}
