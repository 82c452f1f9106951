package io.xietong.core.gate;

import io.xietong.core.card.Button;
import io.xietong.core.card.Input;
import io.xietong.core.feature.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons and fields one reader finds under a gate. */
final class GateSteps {

    private final Gate gate;
    private final View view;
    private final Standing standing;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();

    GateSteps(Gate gate, View view) {
        this.gate = gate;
        this.view = view;
        this.standing = new Standing(gate, view.organisation(), view.routing());
        steps();
    }

    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    List<Button> buttons() {
        return List.copyOf(buttons);
    }

    private void steps() {
        Optional<String> reader = view.reader();
        boolean directs =
                reader.map(person -> standing.directs(person).isPresent()).orElse(true);
        boolean presides =
                reader.filter(person -> standing.presides(person).isPresent()).isPresent();
        if (gate.state() == State.REVIEWING && owesAnswer(reader)) judge();
        else if (gate.state() == State.FAILED && directs) callAgain();
        else if (gate.isOpen() && presides) release();
        else if (gate.isOpen()) follow(directs && reader.isPresent());
    }

    /** In a group whoever owes an answer finds the buttons; else a department's people, until it has been answered for good. */
    private boolean owesAnswer(Optional<String> reader) {
        if (reader.isEmpty()) return !gate.missing().isEmpty();
        Optional<Standing.Capacity> capacity = standing.answering(reader.get());
        Optional<Answer> given = capacity.flatMap(may -> gate.answerOf(may.department()));
        return capacity.isPresent()
                && given.map(answer -> !answer.asHead() && capacity.get().asHead())
                        .orElse(true);
    }

    private void judge() {
        inputs.add(text("input.judge", false));
        buttons.add(Button.primary("pass", say("button.pass"), phrase("通过")));
        buttons.add(Button.plain("conditional", say("button.conditional"), phrase("有条件通过")));
        buttons.add(Button.danger("fail", say("button.fail"), phrase("不通过"), say("confirm.fail")));
        buttons.add(Button.plain("abstain", say("button.abstain"), phrase("弃权")));
    }

    private void callAgain() {
        inputs.add(text("input.changed", false));
        buttons.add(Button.primary("again", say("button.again"), phrase("再评")));
        buttons.add(Button.plain("dispute", say("button.dispute"), phrase("争议")));
        buttons.add(withdrawal());
    }

    private Button withdrawal() {
        return Button.danger(
                "withdraw",
                say("button.withdraw"),
                phrase("撤回") + " 确认",
                say("confirm.withdraw", gate.at().stage()));
    }

    private void release() {
        inputs.add(text("input.reason", true));
        buttons.add(Button.danger(
                "release",
                say("button.release"),
                phrase("放行") + " 确认",
                say("confirm.release", gate.at().stage())));
        buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
    }

    private void follow(boolean directs) {
        inputs.add(text("input.comment", false));
        buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
        if (directs) buttons.add(withdrawal());
    }

    private Input text(String label, boolean required) {
        return Input.longText("text", say(label), required, "", "");
    }

    private String phrase(String verb) {
        return verb + " " + gate.number();
    }

    private String say(String key, Object... args) {
        return view.words().say("gate." + key, args);
    }
}
