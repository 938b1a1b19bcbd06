package dev.sluice.markdown.storage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A macro as it stands in a body. Parameter names are compared without case; the unnamed parameter is {@code ""}. */
final class Macro {

    private static final Set<String> PARTS = Set.of("ac:parameter", "ac:rich-text-body", "ac:plain-text-body");

    private final Element element;
    private final String name;
    private final Map<String, Element> parameters = new LinkedHashMap<>();
    private boolean askedForRichBody;
    private boolean askedForPlainBody;

    Macro(Element element) {
        this.element = element;
        this.name = element.attr("ac:name").strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node node = element.childNode(i);
            if (node instanceof Element child && child.normalName().equals("ac:parameter")) {
                Elements.endBefore(child, i, within -> PARTS.contains(within.normalName()));
                parameters.putIfAbsent(key(child.attr("ac:name")), child);
            } else if (node instanceof Element child && child.normalName().equals("ac:default-parameter")) {
                parameters.putIfAbsent("", child);
            }
        }
    }

    private static String key(String parameter) {
        return parameter.strip().toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    Element element() {
        return element;
    }

    /** The text of a parameter without surrounding space; empty when it is not given. */
    String parameter(String parameter) {
        Element value = parameters.get(key(parameter));
        return value == null ? "" : Elements.text(value).strip();
    }

    boolean isTrue(String parameter) {
        return parameter(parameter).equalsIgnoreCase("true");
    }

    int number(String parameter, int otherwise) {
        String value = parameter(parameter);
        if (value.isEmpty() || value.length() > 9 || !value.chars().allMatch(Character::isDigit)) {
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    /** The reference ({@code ri:*}) that a parameter holds, directly or within a link. */
    Optional<Element> reference(String parameter) {
        return Optional.ofNullable(parameters.get(key(parameter))).flatMap(Elements::reference);
    }

    Map<String, Element> parameters() {
        return parameters;
    }

    Optional<Element> richBody() {
        askedForRichBody = true;
        return child("ac:rich-text-body");
    }

    /** The plain-text body to the byte, line endings as line feeds; empty when there is none. */
    Optional<String> plainBody() {
        askedForPlainBody = true;
        return child("ac:plain-text-body").map(Elements::code);
    }

    /** A body that nobody has asked for, because macros of this name have none of that kind. */
    Optional<Element> unexpectedRichBody() {
        return askedForRichBody ? Optional.empty() : richBody();
    }

    /** A body that nobody has asked for, because macros of this name have none of that kind. */
    Optional<String> unexpectedPlainBody() {
        return askedForPlainBody ? Optional.empty() : plainBody().filter(body -> !body.isBlank());
    }

    private Optional<Element> child(String childName) {
        for (Node node : element.childNodes()) {
            if (node instanceof Element child && child.normalName().equals(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }
}
