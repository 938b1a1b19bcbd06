package dev.sluice.cli.tree;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.connection.Connection;
import dev.sluice.cli.run.TemporaryFolder;
import dev.sluice.confluence.Confluence;
import dev.sluice.confluence.ConfluenceClients;
import dev.sluice.confluence.ConfluenceException;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.crawl.PlanException;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.store.LocalObjectStore;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Lists a scope with the planner's own classes, into a temporary folder, and prints what it finds. */
public final class TreePreview {

    private final Connection connection;

    public TreePreview(Connection connection) {
        this.connection = connection;
    }

    /** Asks Confluence and prints; fails in one sentence when there is nothing to show. */
    public void print(ScopeRef scope, PrintStream out, boolean json) {
        Logger.getLogger("").setLevel(Level.WARNING);
        try (TemporaryFolder temporary = TemporaryFolder.named("sluice-tree");
                ObjectStore catalogs = LocalObjectStore.open(temporary.path());
                Confluence confluence = ConfluenceClients.open(connection.site(), connection.client())) {
            RunId id = new RunId(UUID.randomUUID().toString());
            Plans plans = new Plans(catalogs);
            plans.write(id, confluence, List.of(scope));
            if (json) {
                printJson(plans, id, confluence.requests().all(), out);
            } else {
                PageTree tree = new PageTree();
                plans.read(id, entries -> entries.map(CatalogEntry::resource).forEach(tree::add));
                tree.print(out);
                out.printf("%nRequests: %d%n", confluence.requests().all());
            }
        } catch (PlanException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (ConfluenceException e) {
            throw CommandFailure.of(e);
        }
    }

    private static void printJson(Plans plans, RunId id, long requests, PrintStream out) {
        try (JsonGenerator json = Wire.json().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeNumberField("requests", requests);
            json.writeArrayFieldStart("resources");
            Consumer<Stream<CatalogEntry>> writer = entries -> entries.forEach(entry -> write(entry.resource(), json));
            plans.read(id, writer);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void write(Resource resource, JsonGenerator json) {
        try {
            json.writeStartObject();
            json.writeStringField("resource", resource.key().toString());
            json.writeStringField("space", resource.spaceKey());
            switch (resource) {
                case PageResource page -> {
                    json.writeStringField("title", page.title());
                    json.writeStringField("status", page.status());
                    json.writePOJOField("ancestors", page.ancestors() == null ? List.of() : page.ancestors());
                }
                case AttachmentResource file -> {
                    json.writeStringField("title", file.fileName());
                    json.writeStringField("container", file.container().toString());
                    json.writeNumberField("size", file.size());
                }
                case ImageResource image -> json.writeStringField("title", image.url());
            }
            json.writeNumberField("version", resource.version().number());
            json.writeStringField("path", resource.path());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
