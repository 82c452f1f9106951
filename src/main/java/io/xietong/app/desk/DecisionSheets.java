package io.xietong.app.desk;

import io.xietong.app.export.Sheet;
import io.xietong.core.action.ActionItem;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.Ruling;
import io.xietong.core.dispute.Side;
import io.xietong.core.dispute.Terms;
import io.xietong.core.gate.Answer;
import io.xietong.core.gate.Condition;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.Release;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.Document;
import io.xietong.core.library.Edition;
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.Invitee;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.Minutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was decided around a project, as tables: gates, disputes, meetings, the action items that followed, and its documents. */
record DecisionSheets(Dossier dossier, Ink ink) {

    List<Sheet> all() {
        return List.of(
                ink.sheet("gates", dossier.gates().stream().flatMap(this::rows).toList()),
                ink.sheet("disputes", dossier.disputes().stream().map(this::row).toList()),
                ink.sheet("meetings", dossier.meetings().stream().map(this::row).toList()),
                ink.sheet(
                        "action-items",
                        dossier.actionItems().stream().map(this::row).toList()),
                ink.sheet(
                        "documents",
                        dossier.documents().stream().flatMap(this::rows).toList()));
    }

    /** A row for each department, whether it has answered or not. */
    private Stream<List<String>> rows(Gate gate) {
        return gate.at().departments().stream().map(department -> {
            Optional<Answer> answer = gate.answerOf(department);
            Optional<Release> release = gate.release();
            return List.of(
                    gate.number().toString(),
                    "" + gate.at().ordinal(),
                    gate.at().stage(),
                    ink.say("gate.state." + gate.state()),
                    "" + gate.round(),
                    ink.department(department),
                    answer.map(given -> ink.say("gate.verdict." + given.verdict()))
                            .orElseGet(() -> ink.say("archive.unanswered")),
                    answer.map(Answer::reason).orElse(""),
                    answer.map(given -> lines(
                                    given.conditions().stream().map(this::said).toList()))
                            .orElse(""),
                    answer.map(given -> said(given.by())).orElse(""),
                    answer.map(given -> ink.moment(given.at())).orElse(""),
                    release.map(Release::reason).orElse(""),
                    release.map(made -> said(made.by())).orElse(""));
        });
    }

    private String said(Condition condition) {
        String owner = condition
                .owner()
                .map(ink::person)
                .or(() -> condition.department().map(ink::department))
                .orElse("");
        return Stream.of(condition.what(), owner, condition.due().map(ink::day).orElse(""))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private String said(Actor actor) {
        String person = actor.person().map(ink::person).orElse("");
        return actor.inNameOf()
                .map(other -> ink.say("request.in-name-of", person, ink.person(other)))
                .orElse(person);
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }

    private List<String> row(Dispute dispute) {
        Side first = dispute.first();
        Side second = dispute.second();
        Optional<Ruling> ruling = dispute.ruling();
        return List.of(
                dispute.number().toString(),
                dispute.subject(),
                dispute.about().map(ItemNumber::toString).orElse(""),
                ink.say("dispute.state." + dispute.state()),
                ink.moment(dispute.raisedAt()),
                ink.department(first.department()),
                first.position(),
                ink.department(second.department()),
                second.position(),
                dispute.terms().map(Terms::text).orElse(""),
                ruling.map(Ruling::text).orElse(""),
                ruling.flatMap(Ruling::favours).map(ink::department).orElse(""),
                ruling.map(made -> said(made.by())).orElse(""),
                ruling.map(made -> ink.moment(made.at())).orElse(""));
    }

    private List<String> row(Meeting meeting) {
        List<String> came = meeting.invitees().stream()
                .filter(Invitee::present)
                .map(Invitee::comer)
                .toList();
        List<String> missed = meeting.invitees().stream()
                .filter(invitee -> !invitee.present())
                .map(Invitee::person)
                .toList();
        Optional<Minutes> minutes = meeting.minutes();
        return List.of(
                meeting.number().toString(),
                meeting.subject(),
                ink.say("meeting.state." + meeting.state()),
                ink.moment(meeting.slot().startsAt()),
                meeting.slot().place(),
                ink.person(meeting.host()),
                ink.people(came),
                ink.people(missed),
                lines(meeting.agenda().stream().map(DecisionSheets::said).toList()),
                minutes.map(Minutes::decisions).orElse(""),
                minutes.map(written -> "" + written.revision()).orElse(""),
                minutes.map(written -> ink.person(written.by())).orElse(""),
                minutes.flatMap(Minutes::distributedAt).map(ink::moment).orElse(""),
                minutes.map(written -> lines(
                                written.objections().stream().map(this::said).toList()))
                        .orElse(""));
    }

    private static String said(AgendaItem topic) {
        return topic.about().map(number -> number + " ").orElse("") + topic.text();
    }

    private String said(Minutes.Objection objection) {
        return ink.person(objection.person()) + ": " + objection.text();
    }

    private List<String> row(ActionItem item) {
        return List.of(
                item.number().toString(),
                item.what(),
                ink.say("action.state." + item.state()),
                ink.person(item.owner()),
                ink.person(item.assignedBy()),
                item.source().map(ItemNumber::toString).orElse(""),
                ink.moment(item.assignedAt()),
                ink.day(item.due()),
                item.evidence());
    }

    /** A row for each version. */
    private Stream<List<String>> rows(Document document) {
        List<List<String>> rows = new ArrayList<>();
        for (Edition edition : document.editions())
            rows.add(List.of(
                    document.number().toString(),
                    document.name(),
                    ink.say("library.shelf." + document.shelf()),
                    ink.say("library.state." + document.state()),
                    ink.person(document.owner()),
                    "" + (rows.size() + 1),
                    edition.file()
                            .map(file -> file.name() + " sha256:" + file.hash())
                            .orElse(edition.link()),
                    ink.person(edition.by()),
                    ink.moment(edition.at()),
                    edition.note()));
        return rows.stream();
    }
}
