package io.xietong.dingtalk;

import com.dingtalk.open.app.api.OpenDingTalkStreamClientBuilder;
import com.dingtalk.open.app.api.callback.DingTalkStreamTopics;
import com.dingtalk.open.app.api.callback.OpenDingTalkCallbackListener;
import com.dingtalk.open.app.api.models.bot.ChatbotMessage;
import com.dingtalk.open.app.api.security.AuthClientCredential;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The official Java client in a process of its own; says on its output what it hears. */
final class SdkListener {

    private SdkListener() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OpenDingTalkStreamClientBuilder builder = OpenDingTalkStreamClientBuilder.custom()
                .credential(new AuthClientCredential(args[1], args[2]))
                .registerCallbackListener(
                        DingTalkStreamTopics.BOT_MESSAGE_TOPIC,
                        new OpenDingTalkCallbackListener<ChatbotMessage, Void>() {
                            @Override
                            public Void execute(ChatbotMessage message) {
                                out.println("message "
                                        + message.getText().getContent().strip() + " from "
                                        + message.getSenderStaffId());
                                return null;
                            }
                        })
                .registerCallbackListener(
                        DingTalkStreamTopics.CARD_CALLBACK_TOPIC,
                        new OpenDingTalkCallbackListener<Map<String, Object>, Map<String, Object>>() {
                            @Override
                            public Map<String, Object> execute(Map<String, Object> press) {
                                out.println("press " + press.get("outTrackId"));
                                return Map.of("userPrivateData", Map.of("cardParamMap", Map.of("tips", "收到")));
                            }
                        });
        Method host = OpenDingTalkStreamClientBuilder.class.getDeclaredMethod("openApiHost", String.class);
        host.setAccessible(true);
        host.invoke(builder, args[0]);
        builder.build().start();
        out.println("started");
    }
}
