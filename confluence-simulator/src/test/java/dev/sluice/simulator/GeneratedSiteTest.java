package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class GeneratedSiteTest {

    private static final String PROLOGUE = "<!DOCTYPE root [<!ENTITY nbsp '&#160;'><!ENTITY ndash '&#8211;'>]>"
            + "<root xmlns:ac='urn:ac' xmlns:ri='urn:ri'>";

    private final SimulatorOptions options = SimulatorOptions.cloud()
            .withShape(SiteShape.small()
                    .withSeed(42)
                    .withSpaces(2)
                    .withPagesPerSpace(600)
                    .withAttachmentsPerPage(2));

    private static Document parse(String storage) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(PROLOGUE + storage + "</root>")));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(storage.substring(0, 300), broken);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    @Test
    void bodiesAreWellFormedAndTogetherHoldEveryConstruct() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            Set<String> names = new TreeSet<>();
            for (String id : confluence.site().pageIds("ENG")) {
                Document body = parse(confluence.site().storage(id));
                elements(body, "*").forEach(element -> names.add(element.getTagName()));
                elements(body, "ac:structured-macro").forEach(macro -> names.add(macro.getAttribute("ac:name")));
            }
            assertThat(names)
                    .contains("h1", "h2", "p", "strong", "em", "code", "s", "u", "sub", "sup", "span", "blockquote")
                    .contains("ul", "ol", "li", "table", "th", "td", "pre", "hr", "br", "a", "time", "ac:emoticon")
                    .contains("ac:image", "ac:link", "ri:page", "ri:attachment", "ri:user", "ac:task-list")
                    .contains(
                            "info", "note", "warning", "tip", "panel", "expand", "status", "toc", "ac:plain-text-body");
        }
    }

    @Test
    void linksLeadToPagesAndFilesThatExistBarAFew() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            SimulatedSite site = confluence.site();
            Set<String> titles = titles(site, "ENG");
            int broken = 0;
            int whole = 0;
            for (String id : site.pageIds("ENG")) {
                Document body = parse(site.storage(id));
                Set<String> files = site.attachments(id).stream()
                        .map(SimulatedAttachment::fileName)
                        .collect(Collectors.toSet());
                assertThat(elements(body, "ri:attachment"))
                        .allMatch(file -> files.contains(file.getAttribute("ri:filename")));
                for (Element page : elements(body, "ri:page")) {
                    boolean known = titles.contains(page.getAttribute("ri:content-title"));
                    broken += !page.hasAttribute("ri:space-key") && !known ? 1 : 0;
                    whole += known ? 1 : 0;
                }
            }
            assertThat(whole).isGreaterThan(1000);
            assertThat(broken).isBetween(1, whole / 10);
        }
    }

    private static Set<String> titles(SimulatedSite site, String space) {
        return site.pageIds(space).stream().map(id -> site.page(id).title()).collect(Collectors.toSet());
    }

    @Test
    void titlesAreUniqueButSomeOnlyJust() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            Set<String> titles = titles(confluence.site(), "ENG");
            assertThat(titles).hasSize(600).contains("CON", "..", "???", ".hidden", "NUL");
            assertThat(distinct(titles, title -> title.toLowerCase(Locale.ROOT)))
                    .isLessThan(600);
            assertThat(distinct(titles, title -> Normalizer.normalize(title, Normalizer.Form.NFC)))
                    .isLessThan(600);
            assertThat(titles).anyMatch(title -> title.length() == 255).anyMatch(title -> title.endsWith(" "));
            assertThat(titles).allMatch(title -> title.length() <= 255 && !title.isBlank());
        }
    }

    private static int distinct(Set<String> titles, Function<String, String> fold) {
        return new HashSet<>(titles.stream().map(fold).toList()).size();
    }

    @Test
    void plainSitesHaveNoNastyTitles() {
        SimulatorOptions plain = options.withShape(options.shape().withNastyTitles(false));
        try (SimulatedConfluence confluence = SimulatedConfluence.start(plain)) {
            assertThat(titles(confluence.site(), "OPS")).allMatch(title -> title.matches("[A-Za-z0-9 ]+"));
        }
    }

    @Test
    void treesAreAsDeepAsAllowedAndNoDeeper() {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            SimulatedSite site = confluence.site();
            int deepest = site.pageIds("ENG").stream()
                    .mapToInt(id -> depth(site, id))
                    .max()
                    .orElseThrow();
            long roots = site.pageIds("ENG").stream()
                    .filter(id -> depth(site, id) == 0)
                    .count();
            assertThat(deepest).isEqualTo(options.shape().maxDepth());
            assertThat(roots).isBetween(2L, 30L);
        }
    }

    private static int depth(SimulatedSite site, String id) {
        String parent = site.page(id).parentId();
        return parent == null ? 0 : 1 + depth(site, parent);
    }

    @Test
    void equalSeedsAndOperationsGiveEqualAnswersByteForByte() {
        assertThat(history(options)).isEqualTo(history(options));
        SimulatorOptions other = options.withShape(options.shape().withSeed(43));
        assertThat(history(other)).isNotEqualTo(history(options));
    }

    private static int history(SimulatorOptions options) {
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options);
                Visitor visitor = Visitor.of(confluence, options)) {
            List<String> pages = confluence.site().pageIds("ENG");
            confluence.site().editPage(pages.get(3), "<p>x</p>");
            confluence.site().trashPage(pages.get(4));
            confluence.site().createPage("ENG", pages.get(5), "Created", "<p/>");
            confluence.site().addAttachment(pages.get(6), "x.bin", new byte[3]);
            List<?> answers = List.of(
                    visitor.all("/api/v2/pages?limit=250&body-format=storage"),
                    visitor.all("/api/v2/attachments?limit=250"));
            return answers.hashCode();
        }
    }

    @Test
    void aSiteOfFiftyThousandPagesFitsInModestMemory() {
        SimulatorOptions large =
                options.withShape(SiteShape.small().withPagesPerSpace(50_000).withAttachmentsPerPage(3));
        long before = usedHeap();
        try (SimulatedConfluence confluence = SimulatedConfluence.start(large);
                Visitor visitor = Visitor.of(confluence, large)) {
            long used = usedHeap() - before;
            assertThat(visitor.all("/api/v2/pages?limit=250")).hasSize(50_000);
            assertThat(used).as("bytes of heap").isLessThan(120L << 20);
        }
    }

    private static long usedHeap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
