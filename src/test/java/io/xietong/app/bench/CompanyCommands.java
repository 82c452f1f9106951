package io.xietong.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of command that is measured in a company of many, and the items that they are about: what commands.txt says. */
record CompanyCommands(Map<String, List<Step>> states, List<Command> commands) {

    /** Something that is said to bring an item into a state. */
    record Step(Instant at, String who, Sentence said) {}

    /**
     * One kind of command.
     *
     * @param verb    its name in the phrasebook
     * @param who     the ids of those who say it by turns; empty for everybody
     * @param changes whether it leaves an entry in an item's trail
     * @param state   of the item that each call needs for itself
     * @param before  what the speaker says before each call, which is not measured
     */
    record Command(
            String verb,
            List<String> who,
            Sentence said,
            boolean changes,
            Optional<String> state,
            Optional<Sentence> before) {}

    static CompanyCommands read() {
        Map<String, List<Step>> states = new LinkedHashMap<>();
        List<Command> commands = new ArrayList<>();
        for (String line : lines()) {
            if (line.contains(" | ")) commands.add(command(line.split(" \\| ")));
            else state(line.split("\\s+= ", 2), states);
        }
        return new CompanyCommands(states, commands);
    }

    private static List<String> lines() {
        try (var file = CompanyCommands.class.getResourceAsStream("/commands.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void state(String[] nameAndSteps, Map<String, List<Step>> states) {
        List<Step> steps = new ArrayList<>();
        for (String written : nameAndSteps[1].split(" > ")) {
            boolean dated = written.startsWith("@");
            String[] whoAndWhat =
                    written.substring(dated ? written.indexOf(' ') + 1 : 0).split(" ", 2);
            Instant at = dated ? morning(written.substring(1, written.indexOf(' '))) : BenchOffice.MORNING;
            if (whoAndWhat.length == 2) steps.add(new Step(at, whoAndWhat[0], Sentence.of(whoAndWhat[1])));
            else
                for (Step step : states.get(whoAndWhat[0]))
                    steps.add(new Step(dated ? at : step.at(), step.who(), step.said()));
        }
        states.put(nameAndSteps[0], steps);
    }

    private static Instant morning(String day) {
        return LocalDate.parse(day)
                .atTime(LocalTime.of(9, 0))
                .atZone(BenchOffice.SHANGHAI)
                .toInstant();
    }

    private static Command command(String[] columns) {
        String said = columns[2];
        boolean changes = !said.endsWith("?");
        return new Command(
                columns[0],
                columns[1].equals("everybody") ? List.of() : List.of(columns[1].split(" ")),
                Sentence.of(changes ? said : said.substring(0, said.length() - 1)),
                changes,
                column(columns, 3),
                column(columns, 4).map(Sentence::of));
    }

    private static Optional<String> column(String[] columns, int number) {
        return Optional.of(number)
                .filter(there -> there < columns.length && !columns[there].equals("-"))
                .map(there -> columns[there].strip());
    }
}
