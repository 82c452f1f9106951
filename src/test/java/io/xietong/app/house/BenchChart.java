package io.xietong.app.house;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bars of what was measured against its target, as a picture that is read in light and in dark. */
final class BenchChart {

    private static final int WIDTH = 1030;
    private static final int NAMES = 540;
    private static final int LINE = 26;
    private static final int TOP = 64;
    private static final int UNIT = 130;
    private static final double MOST = 2.5;

    private BenchChart() {}

    static String of(Benchmarks benchmarks) {
        List<Benchmarks.Row> rows = benchmarks.rows().stream()
                .filter(row -> row.score().isPresent())
                .toList();
        int height = TOP + Math.max(1, rows.size()) * LINE + 24;
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="title desc">
                <title id="title">Measured against its targets · 实测与目标</title>
                <desc id="desc">%s</desc>
                <style>
                  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
                  .note { font-size: 12px; fill: #59636e; }
                  .page { fill: #ffffff; } .met { fill: #1a7f37; } .missed { fill: #bc4c00; } .target { stroke: #1f2328; stroke-dasharray: 4 3; }
                  @media (prefers-color-scheme: dark) {
                    text { fill: #f0f6fc; } .note { fill: #9198a1; }
                    .page { fill: #0d1117; } .met { fill: #3fb950; } .missed { fill: #f0883e; } .target { stroke: #f0f6fc; }
                  }
                </style>
                <rect class="page" width="%d" height="%d" rx="6"/>
                """.formatted(WIDTH, height, WIDTH, height, description(rows), WIDTH, height));
        text(svg, 16, 24, "", "Measured against its targets: a bar beyond the dashed line meets its own · 越过虚线即达到目标");
        text(
                svg,
                16,
                44,
                "note",
                rows.isEmpty() ? "not measured yet · 尚未测量" : String.join("; ", benchmarks.machines()));
        for (int i = 0; i < rows.size(); i++) bar(svg, TOP + i * LINE, rows.get(i));
        svg.append("<line class=\"target\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
                .formatted(NAMES + UNIT, TOP - 8, NAMES + UNIT, height - 12));
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, int y, Benchmarks.Row row) {
        double score = row.score().orElseThrow();
        int width = (int) Math.max(2, Math.min(score, MOST) * UNIT);
        text(svg, 16, y + 13, "", row.what());
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\"/>\n"
                .formatted(score >= 1 ? "met" : "missed", NAMES, y, width));
        text(
                svg,
                NAMES + Math.max(width, UNIT) + 8,
                y + 13,
                "note",
                row.ratio().replaceAll(",.*", "") + " (" + target(row) + ")");
    }

    private static String target(Benchmarks.Row row) {
        return row.target().replaceAll("[,;].*", "");
    }

    private static void text(StringBuilder svg, int x, int y, String kind, String text) {
        String style = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
        svg.append("<text%s x=\"%d\" y=\"%d\">%s</text>\n".formatted(style, x, y, escaped(text)));
    }

    /** All that the bars say, for whoever hears the picture. */
    private static String description(List<Benchmarks.Row> rows) {
        if (rows.isEmpty()) return "not measured yet";
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s: %s, target %s, %s",
                        row.what(),
                        row.ratio(),
                        row.target(),
                        row.score().orElseThrow() >= 1 ? "met" : "missed"))
                .map(BenchChart::escaped)
                .collect(Collectors.joining("; "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
