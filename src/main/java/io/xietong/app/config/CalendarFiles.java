package io.xietong.app.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.CalendarYear;
import io.xietong.core.calendar.Interval;
import io.xietong.core.calendar.SpecialDay;
import io.xietong.core.calendar.WorkingWeek;
import io.xietong.core.calendar.YearState;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of {@code config/calendar/}: working hours, days of the company and its departments, statutory years. A year may
 * also come as the JSON that holiday lists are published in ({@code year}, {@code days[].isOffDay}).
 */
public final class CalendarFiles {

    private static final Set<String> KEYS =
            Set.of("hours", "company", "departments", "year", "state", "papers", "days", "$schema", "$id");

    private final Organisation organisation;
    private final List<CalendarYear> years = new ArrayList<>();
    private final List<SpecialDay> company = new ArrayList<>();
    private final Map<String, List<SpecialDay>> departments = new HashMap<>();
    private final List<Message> problems = new ArrayList<>();
    private WorkingWeek week = WorkingWeek.usual();

    private CalendarFiles(Organisation organisation) {
        this.organisation = organisation;
    }

    private record DayPart(
            LocalDate date,
            String name,
            Boolean working,
            @JsonProperty("isOffDay") Boolean offDay,
            String hours) {}

    /** @throws ConfigFault with all problems; a folder that does not exist means the usual week and the statutory days */
    public static CalendarSources read(Path folder, Organisation organisation) {
        CalendarFiles files = new CalendarFiles(organisation);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                paths.filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
                        .sorted()
                        .forEach(files::file);
            } catch (IOException e) {
                throw new ConfigFault(List.of(Message.of("config.no-file", folder.toString())));
            }
        }
        if (!files.problems.isEmpty()) throw new ConfigFault(files.problems);
        return new CalendarSources(organisation.zone(), files.week, files.years, files.company, files.departments);
    }

    private void file(Path path) {
        JsonNode tree = Yaml.file(path);
        tree.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key))
                problems.add(Message.of(
                        "config.unknown-key", path.toString(), key, "hours, company, departments, year, days"));
        });
        if (tree.has("hours")) week = week(tree.get("hours"), path.toString());
        if (tree.has("company")) company.addAll(days(tree.get("company"), path.toString()));
        if (tree.has("departments"))
            tree.get("departments")
                    .properties()
                    .forEach(own -> department(own.getKey(), own.getValue(), path.toString()));
        if (tree.has("year")) year(tree, path.toString());
    }

    private void department(String id, JsonNode days, String file) {
        if (organisation.department(id).isEmpty()) {
            List<Object> known = organisation.departments().stream()
                    .<Object>map(Department::id)
                    .toList();
            problems.add(Message.of("config.wrong", file, "departments", id, known));
        }
        departments.computeIfAbsent(id, first -> new ArrayList<>()).addAll(days(days, file));
    }

    private void year(JsonNode tree, String file) {
        try {
            YearState state =
                    YearState.valueOf(tree.path("state").asText("confirmed").toUpperCase(Locale.ROOT));
            years.add(new CalendarYear(tree.get("year").asInt(), state, days(tree.path("days"), file)));
        } catch (IllegalArgumentException e) {
            problems.add(Message.of(
                    "config.wrong",
                    file,
                    "year/state/days",
                    tree.path("year").asText() + " " + tree.path("state").asText(),
                    "confirmed, provisional, missing"));
        }
    }

    private List<SpecialDay> days(JsonNode list, String file) {
        List<SpecialDay> days = new ArrayList<>();
        list.forEach(node -> {
            DayPart part = Yaml.record(node, DayPart.class, file);
            boolean working = part.working() != null ? part.working() : part.offDay() != null && !part.offDay();
            if (part.date() == null)
                problems.add(Message.of("config.wrong", file, "date", node.toString(), "2026-11-27"));
            else
                days.add(new SpecialDay(
                        part.date(), working, part.name() == null ? "" : part.name(), hours(part.hours(), file)));
        });
        return days;
    }

    private WorkingWeek week(JsonNode hours, String file) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        hours.properties().forEach(day -> {
            try {
                week.put(
                        DayOfWeek.valueOf(day.getKey().toUpperCase(Locale.ROOT)),
                        hours(day.getValue().asText(), file));
            } catch (IllegalArgumentException e) {
                problems.add(Message.of("config.wrong", file, "hours", day.getKey(), "monday … sunday"));
            }
        });
        return new WorkingWeek(week);
    }

    /** {@code 09:00-12:00, 13:30-18:00}; empty for none. */
    private List<Interval> hours(String text, String file) {
        List<Interval> intervals = new ArrayList<>();
        if (text == null || text.isBlank()) return intervals;
        for (String part : text.split(",")) {
            try {
                String[] ends = part.strip().split("\\s*-\\s*");
                intervals.add(new Interval(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                problems.add(Message.of("config.wrong", file, "hours", part.strip(), "09:00-12:00, 13:30-18:00"));
            }
        }
        return intervals;
    }
}
