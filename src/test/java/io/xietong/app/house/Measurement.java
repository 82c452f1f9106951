package io.xietong.app.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of the table of {@code scripts/bench} in Chinese. */
final class Measurement {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("(\\d+) concurrent", "$1 个并发");
        WORDS.put(", courier running", ",同时在发送");
        WORDS.put(", courier stopped", "");
        WORDS.put(", beside a loop without the lock", ",对照不拿锁的循环");
        WORDS.put("commands on MariaDB", "MariaDB 上的命令");
        WORDS.put("^commands", "命令");
        WORDS.put("Slack Bolt's door, two rows on (\\w+)", "Slack Bolt 的入口,写两行,$1");
        WORDS.put("(\\w+)'s door on (\\w+)", "$1 的入口,$2");
        WORDS.put("(\\w+)'s door", "$1 的入口");
        WORDS.put(", with the emulator's work and the cards that leave", ",加上模拟器的工作和发出的卡片");
        WORDS.put("([\\d,]+) open requests in an H2 file", "H2 文件里有 $1 张未完成的需求单");
        WORDS.put("([\\d,]+) deadlines due at once", "$1 个时限同时到期");
        WORDS.put(" on three nodes", ",三个节点");
        WORDS.put("(.*) with ([\\d,]+) open requests", "$1,有 $2 张未完成的需求单");
        WORDS.put("(\\d+) commands in a company of", "$1 种命令 in a company of");
        WORDS.put(", half of them up to", ",半数不超过");
        WORDS.put("(.*) in a company of (\\d+) with (\\d+) requests, (.*)", "$1,公司 $2 人、$3 张需求单,$4");
        WORDS.put("queueing a notice to (\\d+) people", "把一条公告排给 $1 人");
        WORDS.put("taking (\\d+) items into the index after a start", "启动后把 $1 个事项读进索引");
        WORDS.put("「查 …」 among (\\d+) items", "在 $1 个事项里「查 …」");
        WORDS.put("the console's page (.*) with (\\d+) requests", "控制台页面 $1,有 $2 张需求单");
        WORDS.put("demo: ", "演示公司:");
        WORDS.put("with ([\\d,]+):", "$1 张时:");
        WORDS.put("understanding a sentence, beside looking in it for the words of all verbs", "读懂一句话,对照在其中找所有动词的说法");
        WORDS.put("a due time by the working calendar, beside a rule of weekends", "按工作日历算一个到期时间,对照只认周末的规则");
        WORDS.put("sealing a trail entry, beside SHA-256 over its text", "给一条轨迹封上哈希,对照对其文字做一次 SHA-256");
        WORDS.put(
                "verifying, opening and reading a call of (\\w+), beside one digest, one decryption and one JSON document",
                "验签、解密、读出$1 的一次调用,对照一次摘要、一次解密和一份 JSON");
        WORDS.put("feishu 的", "飞书的");
        WORDS.put("wecom 的", "企业微信的");
        WORDS.put("dingtalk 的", "钉钉的");
        WORDS.put("sandbox 的", "沙盒的");
        WORDS.put("start with an empty database", "启动,数据库为空");
        WORDS.put("start with a database", "启动,已有数据库");
        WORDS.put("resident memory, idle", "空闲时的内存");
        WORDS.put("([\\d,]+) rang exactly once", "$1 个恰好响一次");
        WORDS.put("each exactly once", "每个恰好一次");
    }

    private Measurement() {}

    static List<String> inChinese(List<String> cells) {
        return cells.stream().map(Measurement::inChinese).toList();
    }

    private static String inChinese(String text) {
        String chinese = text;
        for (Map.Entry<String, String> word : WORDS.entrySet())
            chinese = chinese.replaceAll(word.getKey(), word.getValue());
        return chinese;
    }
}
