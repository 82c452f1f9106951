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
                                CharterReader::draft)
                        .hintedAtBy("启动|新项目|new project|kick ?off"),
                new Phrase(
                                "projects",
                                List.of("项目", "项目列表", "所有项目"),
                                List.of("projects", "project"),
                                List.of("xiangmu"),
                                EVERYBODY,
                                Set.of(),
                                ProjectReader::projects)
                        .hintedAtBy("项目|projects?\\b"),
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
                                CharterReader::revise)
                        .hintedAtBy("改一?[下改]|调整|更新|范围|change|update"),
                about(
                                "sign",
                                List.of("签署", "签字", "会签"),
                                List.of("sign"),
                                List.of("qianshu"),
                                HEADS,
                                s -> ProjectReader.plain(s, ProjectCommand.Sign::new))
                        .hintedAtBy("签(?!.{0,2}不)|没问题|同意|\\bok\\b|approve"),
                about(
                                "return",
                                List.of("不签", "不签署", "退回任务书"),
                                List.of("return", "send back"),
                                List.of("buqian"),
                                HEADS,
                                Asked.words(
                                        (s, text) -> new ProjectCommand.Return(s.number(), text),
                                        "project.refused.no-reason-to-return"))
                        .hintedAtBy("不签|退|打回|有意见|reject"),
                about(
                                "duty",
                                List.of("承担", "接受牵头"),
                                List.of("take duty", "take lead"),
                                List.of("chengdan"),
                                EVERYBODY,
                                ProjectReader::acceptDuty)
                        .hintedAtBy("我来[牵带做]|我[接带]|愿意|i\\'ll (?:lead|take)"),
                about(
                                "decline-duty",
                                List.of("不承担", "推辞"),
                                List.of("decline duty"),
                                List.of("buchengdan"),
                                EVERYBODY,
                                Asked.words(
                                        (s, text) -> new ProjectCommand.DeclineDuty(s.number(), text),
                                        "project.refused.no-reason-to-decline"))
                        .hintedAtBy("[带牵接忙]不[了过]|没精力|换别?人|can\\'t lead"),
                about(
                                "project-vote",
                                List.of("表决", "投票"),
                                List.of("vote"),
                                List.of("biaojue", "bj"),
                                COMMITTEE,
                                ProjectReader::vote)
                        .hintedAtBy("投|赞成|支持|反对|一票"),
                about(
                                "reach",
                                List.of("达成", "完成", "已达成"),
                                List.of("reach", "reached", "done"),
                                List.of("dacheng"),
                                EVERYBODY,
                                ProjectReader::reach)
                        .hintedAtBy("[做弄办]完|下线|已?完[成工]|到了|达[到成]|搞定|achieved|finished"),
                about(
                                "slip",
                                List.of("延期", "推迟", "顺延", "改期"),
                                List.of("slip", "postpone"),
                                List.of("yanqi"),
                                EVERYBODY,
                                ProjectReader::putOff)
                        .hintedAtBy("推|延|晚|拖|赶不|来不及|顺|delay|\\blate\\b"),
                about(
                                "rebaseline",
                                List.of("重定基线", "调整基线"),
                                List.of("rebaseline"),
                                List.of("chongdingjixian"),
                                EVERYBODY,
                                Asked.words(
                                        (s, text) -> new ProjectCommand.Rebaseline(s.number(), text),
                                        "project.refused.no-reason-for-baseline"))
                        .hintedAtBy("基线|重[定排]|baseline"),
                about(
                                "lead",
                                List.of("牵头", "更换牵头人", "换牵头人"),
                                List.of("lead"),
                                List.of("qiantou"),
                                HEADS,
                                ProjectReader::lead)
                        .hintedAtBy("换.{0,4}(?:人|负责|牵头)|负责人|接手|owner"),
                about(
                                "members",
                                List.of("成员", "组员"),
                                List.of("member", "members"),
                                List.of("chengyuan"),
                                EVERYBODY,
                                ProjectReader::members)
                        .hintedAtBy("加(?:入|上|人|个|进)|拉.{1,6}[进入]|退出|组里|\\bjoin\\b|\\badd\\b|remove"),
                about(
                                "rename",
                                List.of("改名", "更名"),
                                List.of("rename"),
                                List.of("gaiming"),
                                EVERYBODY,
                                Asked.words(
                                        (s, text) -> new ProjectCommand.Rename(s.number(), text),
                                        "project.refused.no-title"))
                        .hintedAtBy("改[名叫成]|叫|名字|标题|name"),
                about(
                                "report",
                                List.of("周报", "写周报", "项目周报"),
                                List.of("report", "weekly report"),
                                List.of("zhoubao"),
                                EVERYBODY,
                                ProjectReader::report)
                        .hintedAtBy("周[报]|汇报|小结|总结|weekly"),
                about(
                                "stand-up",
                                List.of("站会", "每日站会"),
                                List.of("stand-up", "standup"),
                                List.of("zhanhui"),
                                EVERYBODY,
                                StandUpReader::read)
                        .hintedAtBy("站会|卡[住在]|昨天.{1,30}今天|blocked"),
                about(
                                "project-meeting",
                                List.of("例会", "项目例会", "周例会"),
                                List.of("meetings", "regular meeting"),
                                List.of("lihui"),
                                EVERYBODY,
                                RhythmReader::read)
                        .hintedAtBy("每[周天].{0,10}(?:会|点)|定期|weekly meeting"),
                about(
                                "close-project",
                                List.of("结项", "项目结项"),
                                List.of("close project", "wrap up"),
                                List.of("jiexiang"),
                                EVERYBODY,
                                ProjectReader::close)
                        .hintedAtBy("收尾|结束|完结|收官|关[掉闭]|wrap|finish"),
                about(
                                "archive",
                                List.of("归档", "项目归档", "打包归档"),
                                List.of("archive"),
                                List.of("guidang"),
                                EVERYBODY,
                                s -> ProjectReader.plain(s, ProjectCommand.Archive::new))
                        .hintedAtBy("打包|存档|资料"),
                about(
                                "project-cancel",
                                List.of("取消", "撤回", "撤销", "终止"),
                                List.of("cancel", "withdraw"),
                                List.of("zhongzhi"),
                                EVERYBODY,
                                ProjectReader::cancel)
                        .hintedAtBy("不做了|砍|停[掉了]|作废|stop|drop"));
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
