package dev.sluice.systemtests.model;

import dev.sluice.simulator.SimulatedAttachment;
import dev.sluice.simulator.SimulatedSite;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What people do to the files of pages, at random. */
final class RandomFiles {

    private final SimulatedSite site;
    private final Random random;
    private final Titles titles;
    private final List<String> pages;

    /** {@code pages}: ids of those whose files change. */
    RandomFiles(SimulatedSite site, Random random, Titles titles, List<String> pages) {
        this.site = site;
        this.random = random;
        this.titles = titles;
        this.pages = pages;
    }

    /** Makes one change, and names it. */
    String change() {
        String name = titles.fileName();
        return switch (random.nextInt(10)) {
            case 0, 1 -> attach(name);
            case 2, 3 -> onFile("new version of", file -> site.newAttachmentVersion(file.id(), bytes()));
            case 4 -> onFile("rename to '" + name + "'", file -> site.renameAttachment(file.id(), name));
            case 5 -> onFile("recase", file -> site.renameAttachment(file.id(), titles.recased(file.fileName())));
            case 6 -> onFile("delete", file -> site.deleteAttachment(file.id()));
            case 7 ->
                onFile("replace", file -> {
                    site.deleteAttachment(file.id());
                    site.addAttachment(file.pageId(), file.fileName(), bytes());
                });
            default -> onFile("move", file -> site.moveAttachment(file.id(), pages.get(random.nextInt(pages.size()))));
        };
    }

    private String attach(String name) {
        String page = pages.get(random.nextInt(pages.size()));
        return RandomChanges.attempt(
                "attach '%s' to %s".formatted(name, page), () -> site.addAttachment(page, name, bytes()));
    }

    /** New content. */
    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String onFile(String name, Consumer<SimulatedAttachment> change) {
        List<SimulatedAttachment> files =
                pages.stream().flatMap(page -> site.attachments(page).stream()).toList();
        if (files.isEmpty()) {
            return name + " no file";
        }
        SimulatedAttachment file = files.get(random.nextInt(files.size()));
        return RandomChanges.attempt(name + " " + file.id(), () -> change.accept(file));
    }
}
