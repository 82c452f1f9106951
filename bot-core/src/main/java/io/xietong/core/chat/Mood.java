package io.xietong.core.chat;

import java.util.regex.Pattern;

/**
 * Whether the words around a verb make an order of it or only talk about it: a question, a case to think of, something told,
 * praised or denied. Of what is only talk the verb may be offered; it is never done.
 */
final class Mood {

    /** What makes a question, a case to think of or a story out of what follows. */
    private static final Pattern LEADS_TO_TALK = Pattern.compile(
            "谁|是不是|为[什啥]|怎么|有没有|难道|如果|要是|假如|倘若|万一|听说|差点|本来|有人|别人|人家|[他她]|昨[天日晚]|前天|上周|曾经"
                    + "|\\b(?:who|why|when|how|what|where|can i|could i|may i|if|did|does|has|have|should|anyone|somebody|someone|yesterday|is|was|are|were|after|before|until|they|he|she)\\b");

    /** 「不能把」「先别」 right before what is denied. */
    private static final Pattern DENIES =
            Pattern.compile("(?:[不没别勿甭未]|无法|don't|do not|never)(?:[要能会用想该许准必敢]|可以|应该|打算)?[再先就]?[把将给]?\\s{0,3}$");

    /** Words of one's own act, one after the other; possessive, since a text may be made of nothing else. */
    private static final Pattern OWN = Pattern.compile(
            "(?:我们?|咱们?|我方|我部|这边|部门?|这[个件条单]?|那[就个]?|就|都|也|已经?|可以?|能|先|再|马上|立刻|立即|现在|刚刚?|尽快|帮我?|帮忙|麻烦|请|要|想|给|把|将|的|事"
                    + "|[今明后]天|[本这下]?周[一二三四五六日天末]|[本这下]?星期[一二三四五六日天]|[上下]午|早上|晚上|月底?|[日号前内点])*+");

    /** A longer run of characters holds more than words of one's own act. */
    private static final int LONGEST_RUN = 40;

    /** What makes of a verb a question, a memory or an attribute. */
    private static final Pattern ATTACHED = Pattern.compile(
            "^(?:[的得过和与是也会]|时候?|[之以][前后]|后(?![天日儿])|不了|没问题|没意见|无异议|(?:写|做|办|开|搞)得|条|率|者|单(?![号子])|人(?![数员])|包(?!装)|(?:标准|流程|规则|手续)(?=[是在怎有]|$))"
                    + "|^了?(?:挺|真(?![实机])|太|很|非常|特别|有点|比较|越来越)|^了[也又都还才]|^[一二两三四五几好多\\d]{1,3}[次遍回]");

    /** What asks about the act or tells of it, wherever the number stands: 「受理 XQ-132 了吗」「受理了会怎样」「完成XQ-132的人」. */
    private static final Pattern ASKS = Pattern.compile(
            "^\\s{0,3}[了完好]{0,2}(?:吗|么|嘛|没有?)(?=$|[^\\p{L}\\p{N}]|[呀啊呢])|^\\s{0,3}[了完]?(?:又?会|能|该)?(?:怎么?[样办]|如何|咋[样办]|有[什啥]么?(?:后果|影响))"
                    + "|^\\s{0,3}[了完]?(?:[要得花]|需要|大概)?(?:多久|多长时间|几天|[什啥]么?时候)|^\\s?(?:的(?:人|时候|话|同事|部门|流程|是)|是[我你他她谁]|会(?!议)|[之以][前后])");

    /** Nothing but a question mark. */
    private static final Pattern DOUBTED = Pattern.compile("^\\s{0,3}[了完好]?\\s{0,3}\\?{1,9}(?:$|\\s)");

    private Mood() {}

    /** Whether what stands before a verb and its number makes talk of them. */
    static boolean isTalkAfter(String before) {
        return LEADS_TO_TALK.matcher(before).find() || DENIES.matcher(before).find();
    }

    /**
     * Whether what stands right before a verb, or the number that it follows, leaves it the speaker's own act: not where somebody
     * else who acts, or what is only wished, runs right into it.
     */
    static boolean isOwn(String before) {
        int from = before.length();
        while (from > 0 && Character.isIdeographic(before.charAt(from - 1))) from--;
        return before.length() - from <= LONGEST_RUN
                && OWN.matcher(before.substring(from)).matches();
    }

    /** Whether what follows a verb makes talk of it. */
    static boolean isTalkBefore(String rest) {
        return ATTACHED.matcher(rest).find() || asks(rest);
    }

    /** Whether what follows both a verb and its number asks about the act. */
    static boolean asks(String rest) {
        return ASKS.matcher(rest).find();
    }

    /** Whether nothing but a question mark follows, which is no wish to change anything. */
    static boolean doubts(String rest) {
        return DOUBTED.matcher(rest).find();
    }
}
