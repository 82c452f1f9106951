package io.xietong.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Markdown as another program reads it, with all that chat programs add: tables, struck-out text, bare addresses. */
public final class Markdown {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create()))
            .build();
    private static final Set<Class<?>> PLAIN =
            Set.of(Document.class, Paragraph.class, Text.class, SoftLineBreak.class, HardLineBreak.class);

    private final String source;
    private final List<Node> nodes = new ArrayList<>();

    private Markdown(String source) {
        this.source = source;
        collect(PARSER.parse(source));
    }

    public static Markdown of(String source) {
        return new Markdown(source);
    }

    private void collect(Node node) {
        nodes.add(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) collect(child);
    }

    /** Nothing but paragraphs of text. */
    public Markdown isPlain() {
        assertThat(nodes).as(source).allMatch(node -> PLAIN.contains(node.getClass()));
        return this;
    }

    /** Paragraphs of text, so many bold labels of ours, and links of ours that lead nowhere else. */
    public Markdown isPlainBut(int labels, Set<String> links) {
        assertThat(nodes)
                .as(source)
                .allMatch(node -> PLAIN.contains(node.getClass())
                        || node instanceof StrongEmphasis
                        || node instanceof Link link && links.contains(link.getDestination()));
        assertThat(nodes.stream().filter(StrongEmphasis.class::isInstance))
                .as(source)
                .hasSizeLessThanOrEqualTo(labels);
        return this;
    }

    /** Every link shows the address that it leads to. */
    public void hidesNoAddress() {
        for (Node node : nodes) {
            if (!(node instanceof Link link)) continue;
            String shown = text(link);
            assertThat(link.getDestination().replaceFirst("^(https?://|mailto:)", ""))
                    .as(source)
                    .isEqualTo(shown.replaceFirst("^https?://", ""));
        }
    }

    /** What somebody wrote is still there to be read; width, blanks and signs that nobody sees aside. */
    public void reads(String written) {
        StringBuilder text = new StringBuilder();
        nodes.stream().filter(Text.class::isInstance).forEach(node -> text.append(((Text) node).getLiteral()));
        assertThat(bare(text.toString())).as(source).isEqualTo(bare(written));
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext())
            text.append(child instanceof Text literal ? literal.getLiteral() : text(child));
        return text.toString();
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{C}\ufffd]+", "");
    }
}
