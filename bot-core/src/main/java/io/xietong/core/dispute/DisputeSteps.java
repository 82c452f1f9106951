package io.xietong.core.dispute;

import io.xietong.core.card.Button;
import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.feature.View;
import io.xietong.core.vote.Outcome;
import io.xietong.core.vote.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons and fields one reader finds under a dispute. A committee member decides with one press. */
final class DisputeSteps {

    private final Dispute dispute;
    private final View view;
    private final DisputePolicy policy;
    private final Standing standing;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();

    DisputeSteps(Dispute dispute, View view, DisputePolicy policy) {
        this.dispute = dispute;
        this.view = view;
        this.policy = policy;
        this.standing = new Standing(dispute, view.organisation(), view.routing());
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
        if (dispute.state() == State.BEFORE_COMMITTEE && reader.isPresent()) committee(reader.get());
        boolean party = reader.isEmpty()
                || standing.sideFor(reader.get()).isPresent()
                || standing.sideHeadedBy(reader.get()).isPresent();
        if (dispute.state() == State.AWAITING_RECEIPT
                && reader.filter(standing::isSecretary).isPresent()) receive();
        else if (party && dispute.state().isNegotiable()) between(reader);
        else if (party && dispute.state() == State.RULED && dispute.reviews() == 0) review();
        if (buttons.isEmpty() && dispute.isOpen()) {
            inputs.add(text("input.comment", false));
            buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
        }
    }

    private void between(Optional<String> reader) {
        inputs.add(text("input.words", false));
        if (reader.isEmpty() || standing.sideBoundBy(reader.get()).isPresent()) binding(reader);
        buttons.add(Button.plain("position", say("button.position"), phrase("立场")));
    }

    private void binding(Optional<String> reader) {
        boolean agreeable = dispute.terms().isPresent()
                && reader.flatMap(standing::sideBoundBy)
                        .map(side -> !dispute.terms().get().agreed().contains(side.department()))
                        .orElse(true);
        if (agreeable) buttons.add(Button.primary("agree", say("button.agree"), phrase("同意")));
        buttons.add(Button.plain("terms", say("button.terms"), phrase("和解")));
        if (dispute.state() != State.AWAITING_RECEIPT) {
            buttons.add(Button.danger("escalate", say("button.escalate"), phrase("升级"), say("confirm.escalate")));
        }
    }

    private void receive() {
        List<Option> kinds = new ArrayList<>();
        for (DisputeKind kind : DisputeKind.values()) {
            kinds.add(new Option(kind.name(), say("kind." + kind.name())));
        }
        inputs.add(Input.choice("kind", say("input.kind"), true, DisputeKind.RESPONSIBILITY.name(), kinds));
        buttons.add(Button.primary("receive", say("button.receive"), phrase("受案")));
    }

    private void committee(String reader) {
        Docket docket = dispute.docket().orElseThrow();
        boolean open = docket.ballot().outcome() instanceof Outcome.Open;
        boolean presides = standing.presides(reader).isPresent();
        boolean alone =
                docket.ballot().rule() == Rule.CHAIR_DECIDES || Adjudicating.isNear(dispute, policy, view.now());
        boolean votes = open && standing.voting(reader).isPresent() && !(presides && alone);
        if (votes) {
            buttons.add(Button.primary("first", vote("first", dispute.first()), phrase("表决") + " 支持甲方"));
            buttons.add(Button.primary("second", vote("second", dispute.second()), phrase("表决") + " 支持乙方"));
            buttons.add(Button.plain("abstain", say("button.abstain"), phrase("表决") + " 弃权"));
        }
        if (presides && (!open || alone)) rule(docket);
        else if (votes) buttons.add(Button.plain("recuse", say("button.recuse"), phrase("回避")));
    }

    private String vote(String which, Side side) {
        return say("button.vote-" + which, view.organisation().departmentName(side.department()));
    }

    private void rule(Docket docket) {
        if (!(docket.ballot().outcome() instanceof Outcome.Decided)) {
            inputs.add(Input.choice(
                    "favours",
                    say("input.favours"),
                    false,
                    "",
                    List.of(
                            new Option("FIRST", vote("first", dispute.first())),
                            new Option("SECOND", vote("second", dispute.second())))));
        }
        inputs.add(Input.longText("text", say("input.ruling"), true, say("input.ruling-hint"), ""));
        buttons.add(Button.danger("rule", say("button.rule"), phrase("裁决") + " 确认", say("confirm.ruling")));
    }

    private void review() {
        inputs.add(text("input.evidence", true));
        buttons.add(Button.plain("review", say("button.review"), phrase("复议")));
    }

    private Input text(String label, boolean required) {
        return Input.longText("text", say(label), required, "", "");
    }

    private String phrase(String verb) {
        return verb + " " + dispute.number();
    }

    private String say(String key, Object... args) {
        return view.words().say("dispute." + key, args);
    }
}
