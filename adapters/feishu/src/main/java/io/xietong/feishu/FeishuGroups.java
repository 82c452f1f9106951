package io.xietong.feishu;

import com.lark.oapi.service.im.v1.model.CreateChatMembersReq;
import com.lark.oapi.service.im.v1.model.CreateChatMembersReqBody;
import com.lark.oapi.service.im.v1.model.CreateChatMembersRespBody;
import com.lark.oapi.service.im.v1.model.CreateChatReq;
import com.lark.oapi.service.im.v1.model.CreateChatReqBody;
import com.lark.oapi.service.im.v1.model.DeleteChatMembersReq;
import com.lark.oapi.service.im.v1.model.DeleteChatMembersReqBody;
import com.lark.oapi.service.im.v1.model.GetChatReq;
import com.lark.oapi.service.im.v1.model.UpdateChatReq;
import com.lark.oapi.service.im.v1.model.UpdateChatReqBody;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feishu's groups. People who cannot be added are left out and logged, so that one who has left the company does not keep the
 * others from their group. Thread-safe; Feishu wants the changes of one group one after the other, so all are.
 */
final class FeishuGroups implements ChatGroups {

    private static final Logger log = LoggerFactory.getLogger(FeishuGroups.class);
    private static final int AT_ONCE = 50;
    private static final String ID_TYPE = "open_id";
    /** Adds whom it can; Feishu would otherwise refuse all for one. */
    private static final int WHOM_IT_CAN = 1;

    private final FeishuApi api;

    FeishuGroups(FeishuApi api) {
        this.api = api;
    }

    @Override
    public synchronized Receipt create(String key, String name, String owner, List<String> members) {
        return receipt(() -> {
            CreateChatReq request = CreateChatReq.newBuilder()
                    .userIdType(ID_TYPE)
                    .setBotManager(true)
                    .uuid(FeishuPlatform.key(key))
                    .createChatReqBody(CreateChatReqBody.newBuilder()
                            .name(FeishuForm.start(name, 60))
                            .ownerId(owner)
                            .chatMode("group")
                            .chatType("private")
                            .build())
                    .build();
            String chat = api.call((client, options) -> client.im().chat().create(request, options))
                    .getData()
                    .getChatId();
            addTo(chat, members);
            return chat;
        });
    }

    @Override
    public synchronized Receipt add(String chat, List<String> members) {
        return receipt(() -> {
            addTo(chat, members);
            return chat;
        });
    }

    private void addTo(String chat, List<String> members) {
        for (int from = 0; from < members.size(); from += AT_ONCE) {
            CreateChatMembersReq request = CreateChatMembersReq.newBuilder()
                    .memberIdType(ID_TYPE)
                    .succeedType(WHOM_IT_CAN)
                    .chatId(chat)
                    .createChatMembersReqBody(CreateChatMembersReqBody.newBuilder()
                            .idList(part(members, from))
                            .build())
                    .build();
            CreateChatMembersRespBody answer = api.call(
                            (client, options) -> client.im().chatMembers().create(request, options))
                    .getData();
            if (answer != null) logLeftOut(chat, answer);
        }
    }

    private static void logLeftOut(String chat, CreateChatMembersRespBody answer) {
        for (String[] ids : Arrays.asList(answer.getInvalidIdList(), answer.getNotExistedIdList()))
            if (ids != null && ids.length > 0) log.warn("not added to chat {}: {}", chat, String.join(", ", ids));
    }

    @Override
    public synchronized Receipt remove(String chat, List<String> members) {
        return receipt(() -> {
            for (int from = 0; from < members.size(); from += AT_ONCE) {
                DeleteChatMembersReq request = DeleteChatMembersReq.newBuilder()
                        .memberIdType(ID_TYPE)
                        .chatId(chat)
                        .deleteChatMembersReqBody(DeleteChatMembersReqBody.newBuilder()
                                .idList(part(members, from))
                                .build())
                        .build();
                api.call((client, options) -> client.im().chatMembers().delete(request, options));
            }
            return chat;
        });
    }

    @Override
    public synchronized Receipt rename(String chat, String name) {
        return receipt(() -> {
            UpdateChatReq request = UpdateChatReq.newBuilder()
                    .chatId(chat)
                    .updateChatReqBody(UpdateChatReqBody.newBuilder()
                            .name(FeishuForm.start(name, 60))
                            .build())
                    .build();
            api.call((client, options) -> client.im().chat().update(request, options));
            return chat;
        });
    }

    /** @throws FeishuFault when Feishu does not say */
    Chat.Kind kind(String chat) {
        GetChatReq request = GetChatReq.newBuilder().chatId(chat).build();
        String mode = api.call((client, options) -> client.im().chat().get(request, options))
                .getData()
                .getChatMode();
        return "p2p".equals(mode) ? Chat.Kind.SINGLE : Chat.Kind.GROUP;
    }

    private static String[] part(List<String> members, int from) {
        return members.stream().skip(from).limit(AT_ONCE).toArray(String[]::new);
    }

    private static Receipt receipt(Supplier<String> act) {
        try {
            return new Sent(act.get());
        } catch (FeishuFault e) {
            return e.receipt();
        }
    }
}
