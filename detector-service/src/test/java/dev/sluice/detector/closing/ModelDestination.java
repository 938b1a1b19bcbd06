package dev.sluice.detector.closing;

import dev.sluice.detector.Scene;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.StoredCopy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What fetcher and renderer do, on maps: files by path, and archived bodies. */
final class ModelDestination {

    private static final String FORMAT = new MarkdownConverter(MarkdownOptions.defaults()).fingerprint();

    private final ModelSite site;
    private final Random random;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, List<String>> archived = new HashMap<>();
    private Map<String, String> catalog = Map.of();
    private int clock;

    ModelDestination(ModelSite site, Random random) {
        this.site = site;
        this.random = random;
    }

    Map<String, String> files() {
        return files;
    }

    /** The files that an export of the site into an empty destination gives. */
    Map<String, String> fresh() {
        Map<String, String> fresh = new TreeMap<>();
        for (Resource resource : site.listing()) {
            if (!site.isHidden(resource)) {
                fresh.put(
                        resource.path(),
                        rendered(resource, site.links(resource.key().id())));
            }
        }
        return fresh;
    }

    void begin(Resource... listing) {
        catalog = new HashMap<>();
        for (Resource resource : listing) {
            ReferenceToken.of(resource).forEach(token -> catalog.put(token, resource.path()));
        }
    }

    /** Does what is wanted; {@code failing}: the share of it that fails instead. */
    Outcome apply(Change change, double failing) {
        return switch (change) {
            case Change.Fetch fetch -> {
                if (site.isHidden(fetch.target().resource())) {
                    yield new Outcome.Inaccessible(fetch.target());
                }
                if (random.nextDouble() < failing) {
                    yield failed(fetch.target());
                }
                archived.put(
                        key(fetch.target()),
                        site.links(fetch.target().resource().key().id()));
                yield export(fetch.target(), fetch.reason());
            }
            case Change.Reuse reuse ->
                random.nextDouble() < failing ? failed(reuse.target()) : export(reuse.target(), reuse.reason());
            case Change.Remove remove -> {
                if (!remove.pathTaken()) {
                    files.remove(remove.path());
                }
                yield new Outcome.Removed(remove.run(), remove.seq(), remove.resource(), remove.path(), remove.moved());
            }
        };
    }

    private Outcome export(Descriptor target, ChangeReason reason) {
        Resource resource = target.resource();
        List<String> links = archived.getOrDefault(key(target), List.of());
        files.put(resource.path(), rendered(resource, links));
        StoredCopy output = new StoredCopy(resource.path(), Scene.CHECKSUM, 4);
        boolean page = resource instanceof PageResource;
        StoredCopy source =
                page ? new StoredCopy(DestinationLayout.rawBody(resource.key()), Scene.CHECKSUM, 3) : output;
        return new Outcome.Exported(
                target,
                reason,
                Effect.STORED,
                output,
                source,
                page ? FORMAT : "",
                links.stream()
                        .map(token -> new Reference(token, catalog.get(token)))
                        .toList(),
                null,
                Scene.NOON.plusSeconds(++clock),
                null);
    }

    private String rendered(Resource resource, List<String> links) {
        if (!(resource instanceof PageResource page)) {
            return resource.key() + " " + resource.identity();
        }
        StringBuilder text = new StringBuilder(page.key() + " " + page.title() + " " + page.version());
        for (String token : links) {
            @Nullable String path = catalog.get(token);
            text.append(" [").append(token).append("](").append(path).append(')');
        }
        return text.toString();
    }

    private static String key(Descriptor target) {
        return target.resource().key().toString();
    }

    private static Outcome failed(Descriptor target) {
        return new Outcome.Failed(
                target.run(),
                target.seq(),
                target.resource().key(),
                target.resource().path(),
                Stage.FETCH,
                FailureCategory.UNAVAILABLE,
                "No answer.");
    }
}
