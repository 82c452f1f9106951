package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.emulator.EmulatedChats;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** People's chats with the application: what they say and press goes to its address as XML. Thread-safe. */
final class AppChats {

    /** Characters that XML cannot carry. */
    private static final Pattern UNSAYABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final WecomCorp corp;
    private final EmulatedChats chats;
    private final MessageApi messages;
    private final DoorPusher doors;
    private final Clock clock;
    private final AtomicInteger said = new AtomicInteger();

    AppChats(WecomCorp corp, EmulatedChats chats, MessageApi messages, DoorPusher doors, Clock clock) {
        this.corp = corp;
        this.chats = chats;
        this.messages = messages;
        this.doors = doors;
        this.clock = clock;
    }

    void say(String account, String chat, String text) {
        int id = said.incrementAndGet();
        chats.post("said-app" + id, chat, account, "text", Answer.object().put("content", text));
        String rest = "<Content>" + cdata(text) + "</Content><MsgId>" + (7_000_000_000L + id) + "</MsgId>";
        answered(xml(account, "text", rest), chat, Optional.empty());
    }

    void press(String account, EmulatedChats.Message card, JsonNode action) {
        StringBuilder rest = new StringBuilder("<Event><![CDATA[template_card_event]]></Event><EventKey>")
                .append(cdata(action.path("key").asText()))
                .append("</EventKey><TaskId>")
                .append(cdata(card.payload().path("task_id").asText()))
                .append("</TaskId><CardType>")
                .append(cdata(card.payload().path("card_type").asText()))
                .append("</CardType><ResponseCode>")
                .append(cdata(messages.code(card.id())))
                .append("</ResponseCode>");
        if (!action.path("selected").isEmpty()) rest.append("<SelectedItems>");
        action.path("selected")
                .properties()
                .forEach(one -> rest.append("<SelectedItem><QuestionKey>")
                        .append(cdata(one.getKey()))
                        .append("</QuestionKey><OptionIds><OptionId>")
                        .append(cdata(one.getValue().asText()))
                        .append("</OptionId></OptionIds></SelectedItem>"));
        if (!action.path("selected").isEmpty()) rest.append("</SelectedItems>");
        answered(xml(account, "event", rest.toString()), card.chat(), Optional.of(card));
    }

    private String xml(String account, String kind, String rest) {
        return "<xml><ToUserName>" + cdata(corp.corpId()) + "</ToUserName><FromUserName>" + cdata(account)
                + "</FromUserName><CreateTime>" + clock.instant().getEpochSecond() + "</CreateTime><MsgType>"
                + cdata(kind) + "</MsgType>" + rest + "<AgentID>" + corp.agentId() + "</AgentID></xml>";
    }

    private static String cdata(String text) {
        return "<![CDATA[" + UNSAYABLE.matcher(text).replaceAll("") + "]]>";
    }

    private void answered(String xml, String chat, Optional<EmulatedChats.Message> card) {
        if (!doors.hasTarget()) return;
        Optional<Element> answer =
                doors.app(xml).filter(text -> !text.isEmpty()).flatMap(PassiveXml::read);
        if (answer.isEmpty()) return;
        String kind = PassiveXml.text(answer.get(), "MsgType");
        if (kind.equals("text")) {
            String text = PassiveXml.text(answer.get(), "Content");
            String id = "passive" + said.incrementAndGet();
            chats.post(id, chat, EmulatedChats.BOT, "text", Answer.object().put("content", text));
        }
        if (kind.equals("update_template_card") && card.isPresent()) {
            JsonNode json = PassiveXml.child(answer.get(), "TemplateCard")
                    .map(PassiveXml::card)
                    .orElseThrow();
            if (CardRules.fault(json, false).isEmpty()) chats.update(card.get().id(), json);
        }
    }
}
