package io.xietong.wecom;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of WeCom's XML. Read without document types and entities of the sender's, to a small depth and number of elements.
 *
 * @param text without that of the elements inside
 */
record WecomXml(String text, Map<String, List<WecomXml>> inside) {

    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int DEEPEST = 12;
    private static final int MOST = 5_000;
    private static final WecomXml MISSING = new WecomXml("", Map.of());

    /** The outermost element; empty when the bytes are no XML of the kind. */
    static Optional<WecomXml> read(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            return Optional.of(new Reading(reader).document());
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The same for a text. */
    static Optional<WecomXml> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first element of this name; an empty one when there is none. */
    WecomXml path(String name) {
        return inside.getOrDefault(name, List.of(MISSING)).get(0);
    }

    List<WecomXml> all(String name) {
        return inside.getOrDefault(name, List.of());
    }

    String text(String name) {
        return path(name).text().strip();
    }

    private static final class Reading {

        private final XMLStreamReader reader;
        private int read;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        WecomXml document() throws XMLStreamException {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) throw new XMLStreamException("a document type");
                if (event == XMLStreamConstants.START_ELEMENT) {
                    WecomXml whole = element(0);
                    while (reader.hasNext()) reader.next();
                    return whole;
                }
            }
            throw new XMLStreamException("nothing");
        }

        private WecomXml element(int depth) throws XMLStreamException {
            if (depth > DEEPEST || ++read > MOST) throw new XMLStreamException("too much");
            StringBuilder text = new StringBuilder();
            Map<String, List<WecomXml>> inside = new LinkedHashMap<>();
            while (true) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String name = reader.getLocalName();
                        inside.computeIfAbsent(name, any -> new ArrayList<>()).add(element(depth + 1));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
                    case XMLStreamConstants.END_ELEMENT -> {
                        return new WecomXml(text.toString(), inside);
                    }
                    default -> {}
                }
            }
        }
    }

    /** Text as the content of an element, without what XML cannot hold. */
    static String cdata(String text) {
        String possible = IMPOSSIBLE.matcher(text).replaceAll("");
        return "<![CDATA[" + possible.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
