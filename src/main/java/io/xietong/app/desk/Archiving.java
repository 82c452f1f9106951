package io.xietong.app.desk;

import io.xietong.app.export.Bundle;
import io.xietong.app.export.Format;
import io.xietong.app.export.Sheet;
import io.xietong.app.store.JdbiFiles;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectCommand;
import io.xietong.core.project.ProjectFact;
import io.xietong.core.project.ProjectFeature;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 归档: all there is about a project, as far as the speaker may see it, in one ZIP behind a link that works once (spec.md 4.3). The
 * same state gives the same reader the same bytes: notes in the project's trail that archives were made are left out at its end.
 */
final class Archiving {

    private static final String ENDING = Format.CSV.ending();
    /** Of what is left out so many numbers are said. */
    private static final int NAMED = 10;

    private final Turn turn;
    private final Kind<Project, ProjectFeature> kind;
    private final TrailWords told;
    private final Ink ink;

    Archiving(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().projects();
        this.told = turn.company.trailWords();
        this.ink = new Ink(turn.words, turn.organisation());
    }

    Answer archive(ItemNumber number) {
        Optional<Found<Project>> found = kind.find(turn.books, number);
        if (found.isEmpty()) return turn.tell(Message.of("item.unknown", number));
        if (!turn.sees(found.get())) return turn.tell(found.get().hidden());
        Dossier dossier = Dossier.of(turn, found.get());
        byte[] bundle = Bundle.write(files(dossier));
        String hash = JdbiFiles.hash(bundle);
        String name = turn.words.say("archive.name", number, turn.today().toString()) + ".zip";
        String address = Download.link(turn, name, Bundle.TYPE, bundle);
        Message noted = note(found.get(), dossier, hash)
                ? Message.of("archive.noted", number)
                : Message.of("archive.not-noted", number);
        turn.answer(
                turn.aside(),
                Message.of(
                        "archive.ready",
                        name,
                        dossier.shown().size(),
                        leftOut(dossier.hidden()),
                        hash,
                        noted,
                        address));
        return turn.pressed() ? turn.confirm(Message.of("talk.export.sent", name)) : Answer.NONE;
    }

    private static Message leftOut(List<Found<?>> hidden) {
        if (hidden.isEmpty()) return Message.of("archive.whole");
        List<Object> numbers = hidden.stream()
                .limit(NAMED)
                .<Object>map(found -> found.number().toString())
                .toList();
        return Message.of(hidden.size() > NAMED ? "archive.left-out-more" : "archive.left-out", hidden.size(), numbers);
    }

    /** Takes the archive of a closed project down in its trail, once; whether it stands there. */
    private boolean note(Found<Project> found, Dossier dossier, String hash) {
        boolean known = turn.books
                .trail()
                .last(found.number())
                .filter(entry -> told.fact(entry) instanceof ProjectFact.Archived archived
                        && archived.hash().equals(hash))
                .isPresent();
        if (known) return true;
        ProjectCommand.File archive = new ProjectCommand.File(
                found.number(), hash, dossier.shown().size(), dossier.hidden().size());
        Occasion own = turn.occasion(Actor.person(turn.speaker.id()));
        Occasion occasion = own.inNameOf(found.inNameOf(archive, own));
        if (!(found.decide(archive, occasion) instanceof Decision.Done<Project> done)) return false;
        turn.keep(kind, Optional.of(found.stored()), done, occasion);
        return true;
    }

    private Map<String, byte[]> files(Dossier dossier) {
        Map<ItemNumber, List<TrailEntry>> trails = new LinkedHashMap<>();
        for (Found<?> found : dossier.shown()) trails.put(found.number(), trail(found.number()));
        List<Sheet> sheets = new ArrayList<>();
        sheets.addAll(new CharterSheets(
                        dossier.project(), trails.get(dossier.project().number()), told, ink)
                .all());
        sheets.addAll(new DecisionSheets(dossier, ink).all());
        sheets.add(notShown(dossier));
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<List<String>> manifest = new ArrayList<>();
        for (Sheet sheet : sheets) {
            String what = ink.say("archive.file." + sheet.name());
            manifest.add(put(files, sheet.name() + ENDING, sheet, what, List.of("", "", "")));
        }
        trails.forEach((number, entries) -> manifest.add(put(
                files,
                "trail/" + number + ENDING,
                sheet(entries),
                ink.say("archive.file.trail", number),
                List.of(
                        number.toString(),
                        "" + entries.size(),
                        entries.get(entries.size() - 1).hash()))));
        files.put("manifest" + ENDING, Format.CSV.write(ink.sheet("manifest", manifest)));
        return files;
    }

    /** Puts a table among the files. @return its line of the manifest, which ends in {@code trail} */
    private static List<String> put(
            Map<String, byte[]> files, String name, Sheet sheet, String what, List<String> trail) {
        byte[] content = Format.CSV.write(sheet);
        files.put(name, content);
        List<String> line = new ArrayList<>(List.of(name, what, "" + content.length, JdbiFiles.hash(content)));
        line.addAll(trail);
        return line;
    }

    /** All of it but the notes at its end that archives were made: else each archive would change the next. */
    private List<TrailEntry> trail(ItemNumber number) {
        List<TrailEntry> entries = turn.books.trail().of(number);
        int end = entries.size();
        while (end > 0 && told.fact(entries.get(end - 1)) instanceof ProjectFact.Archived) end--;
        return entries.subList(0, end);
    }

    private Sheet sheet(List<TrailEntry> trail) {
        return ink.sheet(
                "trail",
                trail.stream()
                        .map(entry -> List.of(
                                "" + entry.seq(),
                                ink.moment(entry.at()),
                                ink.text(told.actor(entry)),
                                ink.text(told.tell(entry)),
                                entry.hash()))
                        .toList());
    }

    private Sheet notShown(Dossier dossier) {
        return ink.sheet(
                "not-shown",
                dossier.hidden().stream()
                        .map(found -> List.of(
                                found.number().toString(),
                                ink.say("talk.export.kind." + found.number().kind()),
                                ink.text(found.hidden())))
                        .toList());
    }
}
