package io.xietong.core.meeting;

import io.xietong.core.action.Order;
import io.xietong.core.card.Button;
import io.xietong.core.card.Input;
import io.xietong.core.feature.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The buttons and fields one reader finds under a meeting. In a group, where nobody is meant, those of somebody invited. */
final class MeetingSteps {

    private final Meeting meeting;
    private final View view;

    MeetingSteps(Meeting meeting, View view) {
        this.meeting = meeting;
        this.view = view;
    }

    boolean directs() {
        return view.reader()
                .filter(reader -> Rights.mayDirect(meeting, reader, view.organisation(), view.routing()))
                .isPresent();
    }

    private Optional<Invitee> seat() {
        return view.reader().flatMap(reader -> Rights.seat(meeting, reader, view.routing()));
    }

    /** Whether the reader still has something to say for a seat; in a group somebody has. */
    private boolean owes(Predicate<Invitee> what) {
        return view.reader().isEmpty() || seat().filter(what).isPresent();
    }

    List<Input> form() {
        return switch (meeting.state()) {
            case CALLED -> List.of(Input.longText("text", say("input.called"), false, "", ""));
            case HELD, DRAFTED, OBJECTED -> directs() ? minutes() : List.of();
            case DISTRIBUTED -> List.of(Input.longText("text", say("input.distributed"), false, "", ""));
            case LOCKED, CANCELLED -> List.of();
        };
    }

    private List<Input> minutes() {
        String decisions = meeting.minutes().map(Minutes::decisions).orElse("");
        List<Order> ordered = meeting.minutes().map(Minutes::orders).orElse(List.of());
        String orders = ordered.stream()
                .map(order -> view.organisation().nameOf(order.owner()) + " " + order.due() + " " + order.what())
                .collect(Collectors.joining("\n"));
        List<Input> inputs = new ArrayList<>();
        if (meeting.state() == State.HELD) inputs.add(Input.text("people", say("input.people"), false, "", ""));
        inputs.add(Input.longText("text", say("input.decisions"), false, "", decisions));
        inputs.add(Input.longText("orders", say("input.orders"), false, "", orders));
        return inputs;
    }

    List<Button> buttons() {
        return switch (meeting.state()) {
            case CALLED -> called();
            case HELD -> held();
            case DRAFTED, OBJECTED -> written();
            case DISTRIBUTED -> distributed();
            case LOCKED, CANCELLED -> List.of();
        };
    }

    /** Whoever was asked answers first; who directs it and comes anyway moves it or calls it off. */
    private List<Button> called() {
        boolean directs = directs() && !owes(one -> one.reply() == Reply.NONE);
        List<Button> buttons = new ArrayList<>();
        if (directs) {
            buttons.add(Button.plain("topic", say("button.topic"), phrase("议题")));
            buttons.add(Button.plain("reschedule", say("button.reschedule"), phrase("改期")));
            buttons.add(Button.plain("cancel", say("button.cancel"), phrase("取消")));
            return buttons;
        }
        if (owes(one -> one.reply() != Reply.ATTENDING))
            buttons.add(Button.primary("attend", say("button.attend"), phrase("参加")));
        if (owes(one -> one.reply() != Reply.DECLINED))
            buttons.add(Button.plain("decline", say("button.decline"), phrase("请假")));
        if (owes(one -> one.reply() != Reply.STAND_IN))
            buttons.add(Button.plain("stand-in", say("button.stand-in"), phrase("委托")));
        buttons.add(Button.plain("topic", say("button.topic"), phrase("议题")));
        return buttons;
    }

    private List<Button> held() {
        List<Button> buttons = new ArrayList<>();
        boolean in = owes(one -> !one.present());
        if (directs()) {
            buttons.add(Button.primary("minutes", say("button.minutes"), phrase("纪要")));
            buttons.add(Button.plain("check-in", say("button.check-in"), phrase("签到")));
        } else if (in) {
            buttons.add(Button.primary("check-in", say("button.check-in"), phrase("签到")));
        }
        return buttons;
    }

    private List<Button> written() {
        if (!directs()) return List.of();
        Button write = Button.plain("minutes", say("button.revise"), phrase("纪要"));
        if (meeting.state() == State.OBJECTED)
            return List.of(Button.primary("minutes", say("button.revise"), phrase("纪要")));
        return List.of(
                new Button(
                        "distribute",
                        say("button.distribute"),
                        phrase("分发") + " 确认",
                        Button.Style.PRIMARY,
                        Optional.of(say(
                                "confirm.distribute",
                                meeting.invited().size(),
                                meeting.minutes().orElseThrow().orders().size()))),
                write);
    }

    private List<Button> distributed() {
        List<Button> buttons = new ArrayList<>();
        if (owes(one -> one.confirmed() < meeting.revision()))
            buttons.add(Button.primary("confirm", say("button.confirm"), phrase("确认")));
        if (owes(one -> true)) buttons.add(Button.plain("object", say("button.object"), phrase("异议")));
        return buttons;
    }

    private String phrase(String verb) {
        return verb + " " + meeting.number();
    }

    private String say(String key, Object... args) {
        return view.words().say("meeting." + key, args);
    }
}
