package io.xietong.core.request;

import io.xietong.core.card.Button;
import io.xietong.core.card.Input;
import io.xietong.core.card.Input.Option;
import io.xietong.core.feature.View;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The buttons and fields one reader finds under a request. In a group they are for whoever owes the next step; the right to
 * press is checked when somebody does.
 */
final class NextSteps {

    private enum Side {
        ANSWERING,
        ASKING,
        LOOKING_ON
    }

    private final Request request;
    private final View view;
    private final RequestPolicy policy;
    private final Side side;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();

    NextSteps(Request request, View view, RequestPolicy policy) {
        this.request = request;
        this.view = view;
        this.policy = policy;
        this.side = view.reader().map(this::sideOf).orElseGet(this::sideThatOwes);
        switch (side) {
            case ANSWERING -> answering();
            case ASKING -> asking();
            case LOOKING_ON -> lookingOn();
        }
    }

    List<Input> inputs() {
        return List.copyOf(inputs);
    }

    List<Button> buttons() {
        return List.copyOf(buttons);
    }

    private Side sideOf(String reader) {
        if (request.requester().equals(reader)) return Side.ASKING;
        if (Rights.answering(request, reader, view.routing()).isPresent()) return Side.ANSWERING;
        return Rights.asking(request, reader, view.routing()).isPresent() ? Side.ASKING : Side.LOOKING_ON;
    }

    private Side sideThatOwes() {
        return request.state() == State.AWAITING_RESPONSE || request.state() == State.IN_PROGRESS
                ? Side.ANSWERING
                : Side.ASKING;
    }

    private void answering() {
        switch (request.state()) {
            case AWAITING_RESPONSE -> {
                inputs.add(Input.date("date", say("input.promise"), false, proposedDay()));
                inputs.add(text("input.words-to-requester", false));
                inputs.add(Input.choice("to", say("input.transfer-to"), false, "", places()));
                buttons.add(Button.primary("accept", say("button.accept"), phrase("受理")));
                buttons.add(Button.plain("needinfo", say("button.needinfo"), phrase("需补充")));
                buttons.add(Button.plain("transfer", say("button.transfer"), phrase("转派")));
                buttons.add(danger("decline", "婉拒"));
            }
            case IN_PROGRESS -> {
                inputs.add(text("input.delivery-note", false));
                buttons.add(Button.primary("deliver", say("button.deliver"), phrase("完成")));
                buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
            }
            default -> comment();
        }
        escalation();
    }

    private void asking() {
        switch (request.state()) {
            case AWAITING_RESPONSE, IN_PROGRESS -> {
                inputs.add(text("input.comment", false));
                buttons.add(Button.primary("nudge", say("button.nudge"), phrase("催办")));
                buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
                buttons.add(withdrawal());
            }
            case NEEDS_INFO -> {
                inputs.add(text("input.answer", true));
                buttons.add(Button.primary("supply", say("button.supply"), phrase("补充")));
                buttons.add(withdrawal());
            }
            case DELIVERED -> {
                inputs.add(Input.choice("rating", say("input.rating"), true, "", ratings()));
                inputs.add(text("input.comment", false));
                buttons.add(Button.primary("verify", say("button.verify"), phrase("验收")));
                buttons.add(Button.plain("reopen", say("button.reopen"), phrase("重开")));
            }
            case DECLINED -> {
                inputs.add(Input.choice("to", say("input.ask-instead"), false, "", departments()));
                inputs.add(text("input.reason", false));
                buttons.add(Button.primary("transfer", say("button.transfer"), phrase("转派")));
                buttons.add(Button.plain("reopen", say("button.reopen"), phrase("重开")));
            }
            case COMPLETED, LAPSED -> {
                inputs.add(text("input.reason", true));
                buttons.add(Button.plain("reopen", say("button.reopen"), phrase("重开")));
            }
            case WITHDRAWN -> comment();
        }
        escalation();
    }

    private void lookingOn() {
        comment();
        boolean watching = view.reader().filter(request.watchers()::contains).isPresent();
        buttons.add(
                watching
                        ? Button.plain("unwatch", say("button.unwatch"), phrase("取关"))
                        : Button.plain("watch", say("button.watch"), phrase("关注")));
    }

    private void comment() {
        inputs.add(text("input.comment", false));
        buttons.add(Button.plain("comment", say("button.comment"), phrase("评论")));
    }

    /** Offered once it is overdue or has bounced too often; when the heads have been asked, a dispute is the next step. */
    private void escalation() {
        boolean late = request.firstDue()
                .filter(deadline -> deadline.owner().equals(request.department()))
                .filter(deadline -> deadline.isOverdue(view.now()))
                .isPresent();
        boolean bounced = request.tally().bounces() >= policy.bounces()
                && (request.isOpen() || request.state() == State.DECLINED);
        if ((late || bounced) && !request.tally().escalated()) {
            buttons.add(new Button(
                    "escalate",
                    say("button.escalate"),
                    phrase("升级"),
                    Button.Style.DANGER,
                    Optional.of(say("confirm.escalate"))));
        }
        if (request.tally().escalated() && (request.isOpen() || request.state() == State.DECLINED))
            buttons.add(Button.plain("dispute", say("button.dispute"), phrase("争议")));
    }

    private Button withdrawal() {
        return Button.danger(
                "withdraw",
                say("button.withdraw"),
                phrase("撤回") + " 确认",
                say("confirm.withdraw", view.organisation().departmentName(request.department())));
    }

    private Button danger(String id, String verb) {
        return Button.danger(
                id,
                say("button." + id),
                phrase(verb),
                say("confirm." + id, view.organisation().nameOf(request.requester())));
    }

    private String proposedDay() {
        return request.ask()
                .wantedBy()
                .filter(day -> !day.isBefore(view.calendar().dateOf(view.now())))
                .map(Object::toString)
                .orElse("");
    }

    private Input text(String label, boolean required) {
        return Input.longText("text", say(label), required, "", "");
    }

    private List<Option> places() {
        List<Option> places = new ArrayList<>(departments());
        Organisation organisation = view.organisation();
        Department own = organisation.department(request.department()).orElse(null);
        if (own == null) return places;
        organisation.people().stream()
                .filter(person -> person.department().equals(own.id()))
                .filter(person -> request.owner().filter(person.id()::equals).isEmpty())
                .forEach(person -> places.add(new Option(person.id(), own.name() + " " + person.name())));
        return places;
    }

    private List<Option> departments() {
        return view.organisation().departments().stream()
                .filter(d -> !d.id().equals(request.department()) && !d.id().equals(request.fromDepartment()))
                .map(d -> new Option(d.id(), d.name()))
                .toList();
    }

    private List<Option> ratings() {
        List<Option> ratings = new ArrayList<>();
        for (int stars = 5; stars >= 1; stars--) {
            ratings.add(new Option(Integer.toString(stars), "★".repeat(stars) + " " + say("rating." + stars)));
        }
        return ratings;
    }

    private String phrase(String verb) {
        return verb + " " + request.number();
    }

    private String say(String key, Object... args) {
        return view.words().say("request." + key, args);
    }
}
