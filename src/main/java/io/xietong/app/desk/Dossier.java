package io.xietong.app.desk;

import io.xietong.core.action.ActionItem;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.gate.Gate;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.library.Document;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.Origin;
import io.xietong.core.project.Project;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * A project and all that belongs to it, gathered within the turn of who asks: its gates, its meetings, the disputes about any of
 * them, the action items that came of them, and the documents that name it or are named by it.
 */
final class Dossier {

    private final Turn turn;
    private final Features features;
    private final ItemNumber project;
    private final Map<ItemNumber, Found<?>> all = new LinkedHashMap<>();

    private Dossier(Turn turn, Found<Project> project) {
        this.turn = turn;
        this.features = turn.company.features();
        this.project = project.number();
        all.put(this.project, project);
    }

    static Dossier of(Turn turn, Found<Project> project) {
        Dossier dossier = new Dossier(turn, project);
        dossier.gather();
        return dossier;
    }

    private void gather() {
        put(features.gates().find(turn.books, serials(turn.books.gates().ofProject(project))));
        put(features.meetings().find(turn.books, turn.books.meetings().about(project)).stream()
                .filter(found -> isOfProject(found.item()))
                .toList());
        putFrom(turn.books.actionItems()::from, features.actionItems());
        putFrom(turn.books.disputes()::about, features.disputes());
        putFrom(turn.books.actionItems()::from, features.actionItems());
        put(namedDocuments());
    }

    /** Those that anything of it names, and those that name the project. */
    private List<Found<Document>> namedDocuments() {
        Set<ItemNumber> named = new TreeSet<>();
        all.values().forEach(found -> named.addAll(named(found.item().text())));
        Set<Long> serials = new TreeSet<>(turn.books.documents().mayName(project));
        named.stream()
                .filter(number -> number.kind() == ItemKind.DOCUMENT)
                .forEach(number -> serials.add(number.serial()));
        return features.documents().find(turn.books, serials).stream()
                .filter(found -> named.contains(found.number())
                        || named(found.item().text()).contains(project))
                .toList();
    }

    private static List<Long> serials(List<ItemNumber> numbers) {
        return numbers.stream().map(ItemNumber::serial).toList();
    }

    private boolean isOfProject(Meeting meeting) {
        return meeting.origin().flatMap(Origin::owner).filter(project::equals).isPresent()
                || named(meeting.subject()).contains(project);
    }

    /** What of a kind belongs to anything that is there so far. */
    private void putFrom(Function<ItemNumber, List<Long>> belonging, Kind<?, ?> kind) {
        for (ItemNumber one : List.copyOf(all.keySet())) put(kind.find(turn.books, belonging.apply(one)));
    }

    private void put(Collection<? extends Found<?>> found) {
        found.forEach(one -> all.putIfAbsent(one.number(), one));
    }

    /** Numbers that a text names. */
    private static Set<ItemNumber> named(String text) {
        Set<ItemNumber> numbers = new TreeSet<>();
        Matcher found = ItemNumber.pattern().matcher(text);
        while (found.find()) ItemNumber.of(found).ifPresent(numbers::add);
        return numbers;
    }

    /** What the speaker may see, in the order of the numbers, the project first. */
    List<Found<?>> shown() {
        List<Found<?>> shown = new ArrayList<>(List.of(all.get(project)));
        all.values().stream()
                .filter(found -> !found.number().equals(project) && turn.sees(found))
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .forEach(shown::add);
        return shown;
    }

    /** What the speaker may not see, in the order of the numbers. */
    List<Found<?>> hidden() {
        return all.values().stream()
                .filter(found -> !turn.sees(found))
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .toList();
    }

    Project project() {
        return (Project) all.get(project).item();
    }

    List<Gate> gates() {
        return shown(ItemKind.GATE, Gate.class);
    }

    List<Dispute> disputes() {
        return shown(ItemKind.DISPUTE, Dispute.class);
    }

    List<Meeting> meetings() {
        return shown(ItemKind.MEETING, Meeting.class);
    }

    List<ActionItem> actionItems() {
        return shown(ItemKind.ACTION_ITEM, ActionItem.class);
    }

    List<Document> documents() {
        return shown(ItemKind.DOCUMENT, Document.class);
    }

    private <S extends Item> List<S> shown(ItemKind kind, Class<S> type) {
        return shown().stream()
                .filter(found -> found.number().kind() == kind)
                .map(found -> type.cast(found.item()))
                .toList();
    }
}
