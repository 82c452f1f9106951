package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.action.ActionCommand;
import io.xietong.core.action.ActionFeature;
import io.xietong.core.action.ActionItem;
import io.xietong.core.action.ActionPolicy;
import io.xietong.core.chat.Command;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeCommand;
import io.xietong.core.dispute.DisputeFeature;
import io.xietong.core.dispute.DisputePolicy;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.GateCommand;
import io.xietong.core.gate.GateFeature;
import io.xietong.core.gate.GatePolicy;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.Document;
import io.xietong.core.library.LibraryCommand;
import io.xietong.core.library.LibraryFeature;
import io.xietong.core.library.LibraryPolicy;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.MeetingCommand;
import io.xietong.core.meeting.MeetingFeature;
import io.xietong.core.meeting.MeetingPolicy;
import io.xietong.core.notice.Notice;
import io.xietong.core.notice.NoticeCommand;
import io.xietong.core.notice.NoticeFeature;
import io.xietong.core.notice.NoticePolicy;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectCommand;
import io.xietong.core.project.ProjectFeature;
import io.xietong.core.project.ProjectPolicy;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFeature;
import io.xietong.core.request.RequestPolicy;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All kinds of items that there are, each with its rules by the company's policy. Immutable, thread-safe. */
public final class Features {

    private final Kind<Request, RequestFeature> requests;
    private final Kind<Dispute, DisputeFeature> disputes;
    private final Kind<ActionItem, ActionFeature> actionItems;
    private final Kind<Project, ProjectFeature> projects;
    private final Kind<Gate, GateFeature> gates;
    private final Kind<Meeting, MeetingFeature> meetings;
    private final Kind<Notice, NoticeFeature> notices;
    private final Kind<Document, LibraryFeature> documents;
    private final Map<ItemKind, Kind<?, ?>> kinds = new EnumMap<>(ItemKind.class);

    public Features(
            RequestPolicy request,
            DisputePolicy dispute,
            ActionPolicy action,
            ProjectPolicy project,
            GatePolicy gate,
            MeetingPolicy meeting,
            NoticePolicy notice,
            LibraryPolicy library) {
        requests = put(requests(request));
        disputes = put(disputes(dispute));
        actionItems = put(actionItems(action));
        projects = put(projects(project));
        gates = put(gates(gate));
        meetings = put(meetings(meeting));
        notices = put(notices(notice));
        documents = put(documents(library));
    }

    private static Kind<Request, RequestFeature> requests(RequestPolicy policy) {
        return new Kind<>(
                new RequestFeature(policy),
                Books::requests,
                RequestCommand.class,
                (turn, command) -> new Filing(turn).handle((RequestCommand) command));
    }

    private static Kind<Dispute, DisputeFeature> disputes(DisputePolicy policy) {
        return new Kind<>(
                new DisputeFeature(policy),
                Books::disputes,
                DisputeCommand.class,
                (turn, command) -> new Raising(turn).handle((DisputeCommand.Raise) command));
    }

    private static Kind<ActionItem, ActionFeature> actionItems(ActionPolicy policy) {
        return new Kind<>(
                new ActionFeature(policy),
                Books::actionItems,
                ActionCommand.class,
                (turn, command) -> new Assigning(turn).handle((ActionCommand.Assign) command));
    }

    private static Kind<Project, ProjectFeature> projects(ProjectPolicy policy) {
        return new Kind<>(
                new ProjectFeature(policy),
                Books::projects,
                ProjectCommand.class,
                (turn, command) -> new Founding(turn).handle((ProjectCommand) command));
    }

    private static Kind<Gate, GateFeature> gates(GatePolicy policy) {
        return new Kind<>(
                new GateFeature(policy),
                Books::gates,
                GateCommand.class,
                (turn, command) -> new Calling(turn).handle((GateCommand.Call) command));
    }

    private static Kind<Meeting, MeetingFeature> meetings(MeetingPolicy policy) {
        return new Kind<>(
                new MeetingFeature(policy),
                Books::meetings,
                MeetingCommand.class,
                (turn, command) -> new Convening(turn).handle((MeetingCommand) command));
    }

    private static Kind<Notice, NoticeFeature> notices(NoticePolicy policy) {
        return new Kind<>(
                new NoticeFeature(policy),
                Books::notices,
                NoticeCommand.class,
                (turn, command) -> new Announcing(turn).handle((NoticeCommand) command));
    }

    private static Kind<Document, LibraryFeature> documents(LibraryPolicy policy) {
        return new Kind<>(
                new LibraryFeature(policy),
                Books::documents,
                LibraryCommand.class,
                (turn, command) -> new Shelving(turn).handle((LibraryCommand) command));
    }

    private <K extends Kind<?, ?>> K put(K kind) {
        kinds.put(kind.feature().kind(), kind);
        return kind;
    }

    Kind<Request, RequestFeature> requests() {
        return requests;
    }

    Kind<Dispute, DisputeFeature> disputes() {
        return disputes;
    }

    Kind<ActionItem, ActionFeature> actionItems() {
        return actionItems;
    }

    Kind<Project, ProjectFeature> projects() {
        return projects;
    }

    Kind<Gate, GateFeature> gates() {
        return gates;
    }

    Kind<Meeting, MeetingFeature> meetings() {
        return meetings;
    }

    Kind<Document, LibraryFeature> documents() {
        return documents;
    }

    Kind<Notice, NoticeFeature> notices() {
        return notices;
    }

    /** In the order of {@link ItemKind}. */
    Collection<Kind<?, ?>> all() {
        return kinds.values();
    }

    /** Empty for kinds that this program does not know yet. */
    Optional<Kind<?, ?>> of(ItemKind kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /** The item with this number, whatever its kind, with the open dispute about it. */
    Optional<Found<?>> find(Books books, ItemNumber number) {
        return of(number.kind())
                .flatMap(kind -> kind.find(books, number))
                .map(found -> found.disputedBy(openDispute(books, number)));
    }

    private Optional<Found<Dispute>> openDispute(Books books, ItemNumber about) {
        return about.kind() == ItemKind.DISPUTE
                ? Optional.empty()
                : books.disputes().openAbout(about).flatMap(number -> disputes.find(books, number));
    }

    /** Who carries out a command that asks for a new item. */
    Kind.Maker maker(Command command) {
        return all().stream()
                .filter(kind -> kind.making().isInstance(command))
                .findFirst()
                .orElseThrow()
                .maker();
    }
}
