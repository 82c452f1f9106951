package io.xietong.app.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a company costs in a year, by its people: the simulated year of {@code docs/year.tsv}, kind by kind, times what such a
 * company has of each kind. The assumptions are the constants; all else was counted.
 */
final class Capacity {

    static final List<Integer> COMPANIES = List.of(500, 5_000, 50_000, 500_000);

    /** The year's company. */
    static final int PEOPLE = 25;
    /** The demo's history: so many requests in so many working days. */
    static final double REQUESTS = 20;

    static final double REQUESTS_IN_DAYS = 62;
    static final double WORKING_DAYS = 250;
    /** Has a committee of its own, with its meetings and briefings: so many people in so many departments. */
    static final int UNIT = 500;

    static final int DEPARTMENTS = 20;
    /** Notices that everybody must read. */
    static final int NOTICES = 12;
    /** The busiest second has so many times what an even working time would have. */
    static final double PEAK = 10;

    static final double HOURS = 8;
    /** Action items of the year that came from minutes, one from each meeting; the others came from projects and disputes. */
    private static final double FROM_MINUTES = 17;

    private final Map<String, Double> year = new LinkedHashMap<>();

    Capacity() {
        for (String line : Tree.text(Tree.path("docs/year.tsv")).lines().toList()) {
            String[] cells = line.split("\t");
            if (cells.length == 3) year.put(cells[0] + " " + cells[1], Double.parseDouble(cells[2]));
        }
    }

    /** A figure of the year; 0 when there is none. @param figure such as {@code messages XQ} */
    double year(String figure) {
        return year.getOrDefault(figure, 0.0);
    }

    /** All kinds of a figure of the year together. */
    double all(String figure) {
        return year.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(figure + " "))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    List<String> kinds() {
        return List.of("XQ", "ZY", "XM", "PS", "HY", "XD", "GG", "WJ");
    }

    /** How many items of a kind come up in a year. */
    double items(String kind, int people) {
        double teams = (double) people / PEOPLE;
        double units = (double) people / UNIT;
        return switch (kind) {
            case "XQ" -> REQUESTS * WORKING_DAYS / REQUESTS_IN_DAYS * teams;
            case "HY" -> year("items HY") * units;
            case "XD" -> FROM_MINUTES * units + (year("items XD") - FROM_MINUTES) * teams;
            case "GG" -> NOTICES * units;
            default -> year("items " + kind) * teams;
        };
    }

    /** What a year costs of a figure, such as {@code messages}. */
    double cost(String figure, int people) {
        return kinds().stream().mapToDouble(kind -> cost(figure, kind, people)).sum();
    }

    private double cost(String figure, String kind, int people) {
        double each = year(figure + " " + kind) / year("items " + kind);
        double readers = year("readers " + kind) / year("items " + kind);
        double wider = switch (kind) {
            case "HY" -> DEPARTMENTS / readers;
            case "GG" -> Math.min(people, UNIT) / readers;
            default -> 1;
        };
        // each of those invited answers, and each answer changes the cards of all
        if (kind.equals("HY") && figure.equals("updates")) wider *= wider;
        return each * items(kind, people) * wider;
    }

    /** Calls of a platform in a year: what it took to send a message, and to put a card up to date, in the simulated one. */
    double calls(String platform, int people) {
        double sending = 0;
        double updating = 0;
        for (Map.Entry<String, Double> entry : year.entrySet()) {
            if (!entry.getKey().startsWith("calls " + platform + " ")) continue;
            boolean update = entry.getKey().matches(".* (PATCH|PUT) .*|.*update_template_card");
            if (update) updating += entry.getValue();
            else sending += entry.getValue();
        }
        return cost("messages", people) * sending / all("messages")
                + cost("updates", people) * updating / all("updates");
    }

    /** Commands in the busiest second. */
    double busiest(int people) {
        return cost("commands", people) / WORKING_DAYS / HOURS / 3600 * PEAK;
    }
}
