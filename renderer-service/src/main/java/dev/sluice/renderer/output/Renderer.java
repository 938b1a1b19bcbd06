package dev.sluice.renderer.output;

import dev.sluice.markdown.ConvertedPage;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.StoragePage;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Digests;
import dev.sluice.pipeline.Earlier;
import dev.sluice.pipeline.Findings;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunRef;
import dev.sluice.renderer.links.Catalogs;
import dev.sluice.renderer.links.PageImages;
import dev.sluice.renderer.links.PageLinks;
import dev.sluice.renderer.links.People;
import dev.sluice.renderer.links.PersonNames;
import dev.sluice.renderer.links.Shown;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns contents into files at their final path; each content ends in one outcome. */
@ApplicationScoped
class Renderer {

    private final Catalogs catalogs;
    private final People people;
    private final Stores stores;
    private final Clock clock;
    private final Converters converters = new Converters();

    Renderer(Catalogs catalogs, Stores stores, Clock clock) {
        this.catalogs = catalogs;
        this.people = new People(stores);
        this.stores = stores;
        this.clock = clock;
    }

    Outcome render(Content content) {
        try {
            return switch (content.target().resource()) {
                case PageResource page -> page(content, page);
                case AttachmentResource file -> file(content, file);
                case ImageResource image -> file(content, image);
            };
        } catch (RuntimeException e) {
            return Failures.outcome(content.target(), e);
        }
    }

    private Outcome page(Content content, PageResource page) {
        RunRef run = content.target().run();
        ObjectStore store = stores.open(run.destination());
        ArchivedBody archive = new ArchivedBody(store);
        PageImages images = new PageImages(known(content));
        PersonNames names = people.of(run);
        MarkdownConverter converter = converters.of(run);
        Shown others = new Shown(archive::latest, images, names, converter::places);
        PageLinks links = new PageLinks(catalogs.of(run), page, run.siteUrl(), others);
        ConvertedPage converted = converter.convert(
                new StoragePage(
                        page.key().id(),
                        page.spaceKey(),
                        page.title(),
                        page.path(),
                        archive.read(content.bytes()),
                        new Metadata(store, names).of(page)),
                links);
        byte[] markdown = converted.markdown().getBytes(StandardCharsets.UTF_8);
        OutputTree tree = new OutputTree(store);
        if (isEdited(content, tree, Digests.sha256(markdown))) {
            return kept(content);
        }
        boolean spare = run.meant().preserveLocalEdits();
        List<PageImage> shown = images.shown((path, picture) -> tree.keep(path, picture, spare));
        Placed placed = tree.write(page.path(), markdown);
        return new Outcome.Exported(
                content.target(),
                content.reason(),
                placed.effect(content),
                placed.file(),
                content.bytes(),
                converter.fingerprint(),
                links.references(),
                findings(converted),
                clock.instant(),
                shown,
                earlier(content));
    }

    private static @Nullable Earlier earlier(Content content) {
        Before before = content.before();
        return before == null ? null : before.earlier();
    }

    private static Map<String, String> known(Content content) {
        Before before = content.before();
        return before == null || before.imagePaths() == null ? Map.of() : before.imagePaths();
    }

    private static @Nullable Findings findings(ConvertedPage page) {
        boolean none = page.unhandledMacros().isEmpty() && page.brokenLinks().isEmpty();
        return none ? null : new Findings(page.unhandledMacros(), page.brokenLinks());
    }

    private Outcome file(Content content, Resource file) {
        ObjectStore store = stores.open(content.target().run().destination());
        OutputTree tree = new OutputTree(store);
        if (isEdited(content, tree, content.bytes().sha256())) {
            tree.drop(content.bytes());
            return kept(content);
        }
        Placed placed = tree.place(content.bytes(), file.path());
        return new Outcome.Exported(
                content.target(),
                content.reason(),
                placed.effect(content),
                placed.file(),
                placed.file(),
                "",
                List.of(),
                null,
                clock.instant(),
                null,
                earlier(content));
    }

    /** Whether the run is to leave alone what lies there: it is neither what was exported nor what is to be written. */
    private static boolean isEdited(Content content, OutputTree tree, String checksum) {
        Before before = content.before();
        if (before == null || !content.target().run().meant().preserveLocalEdits()) {
            return false;
        }
        List<String> ours = new ArrayList<>(before.checksums());
        ours.add(checksum);
        return tree.isEdited(content.target().resource().path(), ours);
    }

    private static Outcome kept(Content content) {
        var resource = content.target().resource();
        return new Outcome.Kept(content.target().run(), content.target().seq(), resource.key(), resource.path());
    }
}
