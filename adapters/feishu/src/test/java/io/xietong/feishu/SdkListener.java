package io.xietong.feishu;

import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.event.cardcallback.P2CardActionTriggerHandler;
import com.lark.oapi.event.cardcallback.model.CallBackToast;
import com.lark.oapi.event.cardcallback.model.P2CardActionTrigger;
import com.lark.oapi.event.cardcallback.model.P2CardActionTriggerResponse;
import com.lark.oapi.service.im.ImService;
import com.lark.oapi.service.im.v1.model.P2MessageReceiveV1;
import com.lark.oapi.ws.Client;

/** The SDK's long connection as it is; a program of its own, since nothing can stop it. */
final class SdkListener {

    private SdkListener() {}

    /** @param args domain, app, secret */
    public static void main(String[] args) {
        new Client.Builder(args[1], args[2])
                .domain(args[0])
                .eventHandler(dispatcher("", ""))
                .build()
                .start();
    }

    static EventDispatcher dispatcher(String token, String key) {
        return EventDispatcher.newBuilder(token, key)
                .onP2MessageReceiveV1(new ImService.P2MessageReceiveV1Handler() {
                    @Override
                    public void handle(P2MessageReceiveV1 event) {
                        System.out.println(
                                "message " + event.getEvent().getMessage().getContent());
                    }
                })
                .onP2CardActionTrigger(new P2CardActionTriggerHandler() {
                    @Override
                    public P2CardActionTriggerResponse handle(P2CardActionTrigger event) {
                        Object phrase = event.getEvent().getAction().getValue().get("phrase");
                        System.out.println("press " + phrase);
                        P2CardActionTriggerResponse answer = new P2CardActionTriggerResponse();
                        CallBackToast toast = new CallBackToast();
                        toast.setType("info");
                        toast.setContent("收到 " + phrase);
                        answer.setToast(toast);
                        return answer;
                    }
                })
                .build();
    }
}
