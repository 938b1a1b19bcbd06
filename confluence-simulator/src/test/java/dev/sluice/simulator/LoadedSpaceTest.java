package dev.sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedSpaceTest {

    @TempDir
    Path folder;

    private void write(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, body);
    }

    @Test
    void makesPagesOfFilesAndParentsOfSubFolders() throws IOException {
        write("guide.xhtml", "<p>guide</p>");
        write("guide/part one.xml", "<p>one</p>");
        write("other/deep/two.html", "<p>two</p>");
        write("other/guide.html", "<p>again</p>");
        write("empty/notes.md", "no body");
        SimulatorOptions options = SimulatorOptions.cloud().withShape(SiteShape.empty());
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            SimulatedSite site = confluence.site();
            site.loadSpace("LOAD", "Loaded", folder);
            Map<String, String> paths = new TreeMap<>();
            site.pageIds("LOAD").forEach(id -> paths.put(path(site, id), site.storage(id)));
            assertThat(paths)
                    .containsEntry("Loaded/guide", "<p>guide</p>")
                    .containsEntry("Loaded/guide/part one", "<p>one</p>")
                    .containsEntry("Loaded/other", "")
                    .containsEntry("Loaded/other/deep/two", "<p>two</p>")
                    .containsEntry("Loaded/other/guide (2)", "<p>again</p>")
                    .hasSize(7);
        }
    }

    private static String path(SimulatedSite site, String id) {
        SimulatedPage page = site.page(id);
        return page.parentId() == null ? page.title() : path(site, page.parentId()) + "/" + page.title();
    }
}
