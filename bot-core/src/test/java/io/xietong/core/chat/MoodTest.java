package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only talks about a verb is never done. */
class MoodTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XQ-132 受理了会怎样",
                "受理XQ-132吗",
                "完成 XQ-132？",
                "XQ-132 done?",
                "is XQ-132 done?",
                "can I withdraw XQ-132 later?",
                "撤回XQ-132会通知谁",
                "升级XQ-132的流程",
                "取消HY-40的是谁",
                "完成XQ-132要多久",
                "受理XQ-132是我昨天做的",
                "我差点把XQ-132撤回了",
                "不能把XQ-132转给财务部",
                "小王把XQ-132完成了",
                "我以为已经完成XQ-132了",
                "希望能尽快完成XQ-132",
                "等你完成XQ-132再说",
                "完成XQ-132之后告诉我",
                "老板同意ZY-3了",
                "甲方会同意ZY-3",
                "XM-8 取消了真可惜",
                "XQ-132 催办三次了都没用",
                "XQ-132 撤回不了啊"
            })
    void talk_about_a_verb_is_offered_and_not_done(String talk) {
        assertThat(Heard.TUESDAY.read(talk)).isInstanceOf(Reading.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我们受理XQ-132 周五",
                "周五前完成XQ-132",
                "麻烦帮我撤回XQ-132",
                "这个不归我们 XQ-132 婉拒",
                "需补充 XQ-132 要几份?",
                "评论 XQ-132 会议室在三楼",
                "补充XQ-132的尺寸是A2",
                "把XQ-132转给财务部",
                "我同意ZY-3"
            })
    void an_order_stays_one(String order) {
        assertThat(Heard.TUESDAY.read(order)).isInstanceOf(Reading.Understood.class);
    }

    @Test
    void a_text_made_of_nothing_but_words_of_ones_own_act_is_read_all_the_same() {
        assertThat(Mood.isOwn("这周一刚刚")).isTrue();
        assertThat(Mood.isOwn("这周一刚刚".repeat(2_000))).isFalse();
    }
}
