package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the XML that the bot's callback answers with, and the card in it as the JSON it would have been sent as. */
final class PassiveXml {

    private static final Set<String> LISTS = Set.of("HorizontalContentList", "ButtonList", "OptionList");
    private static final Set<String> NUMBERS = Set.of("Type", "Style");

    private PassiveXml() {}

    /** The outermost element; empty when it is no XML. */
    static Optional<Element> read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return Optional.empty();
        }
    }

    /** The text of the first element inside of this name; empty when there is none. */
    static String text(Element element, String name) {
        return child(element, name).map(Node::getTextContent).orElse("");
    }

    static Optional<Element> child(Element element, String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element one && one.getTagName().equals(name)) return Optional.of(one);
        }
        return Optional.empty();
    }

    static ObjectNode card(Element element) {
        ObjectNode json = Answer.object();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element one)) continue;
            String tag = one.getTagName();
            if (LISTS.contains(tag)) json.withArrayProperty(name(tag)).add(card(one));
            else if (child(one)) json.set(name(tag), card(one));
            else if (NUMBERS.contains(tag)) json.put(name(tag), Integer.parseInt(one.getTextContent()));
            else json.put(name(tag), one.getTextContent());
        }
        return json;
    }

    private static boolean child(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) return true;
        }
        return false;
    }

    private static String name(String tag) {
        if (tag.equals("KeyName")) return "keyname";
        return tag.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
