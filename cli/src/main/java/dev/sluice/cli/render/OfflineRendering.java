package dev.sluice.cli.render;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Converts storage files on all cores, without a Confluence, a broker or a database. */
public final class OfflineRendering {

    private final PrintStream out;
    private final Clock clock;

    /** {@code out} takes the Markdown, or the report. */
    public OfflineRendering(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Converts everything that can be; {@link CommandFailure} when there is nothing to convert or nowhere to write to. */
    public ExitCode run(RenderOrder order) {
        Path source = order.source();
        if (!Files.exists(source)) {
            throw wrong("%s does not exist.".formatted(source));
        }
        Path output = order.output();
        boolean folder = Files.isDirectory(source);
        if (output == null) {
            requireOneFile(order, folder);
            return print(StorageFolder.of(source), order);
        }
        long begin = clock.millis();
        StorageFolder files = folder ? list(source) : StorageFolder.of(source);
        OutputFolder written = OutputFolder.open(output);
        FileConverter converter = new FileConverter(files, order.settings());
        List<Converted> all = files.files().parallelStream()
                .map(file -> converter.convert(file, (page, markdown) -> written.write(page.output(), markdown)))
                .toList();
        List<RenderReport.Failure> failed = new ArrayList<>(files.unreadable());
        failed.addAll(copyAttachments(all, files, written));
        RenderReport report = report(all, failed, clock.millis() - begin);
        if (order.json()) {
            out.writeBytes(Wire.encode(report));
            out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        } else {
            new RenderSummary(out).print(report, output);
        }
        return report.failed().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private static void requireOneFile(RenderOrder order, boolean folder) {
        if (folder) {
            throw wrong("%s is a folder; say with --output-path where its Markdown goes.".formatted(order.source()));
        }
        if (order.json()) {
            throw wrong("--json needs --output-path, because the Markdown itself goes to standard output.");
        }
    }

    private ExitCode print(StorageFolder files, RenderOrder order) {
        StorageFile file = files.files().getFirst();
        Converted converted =
                new FileConverter(files, order.settings()).convert(file, (page, markdown) -> out.writeBytes(markdown));
        if (converted.failure() != null) {
            throw wrong("%s: %s".formatted(file.file(), converted.failure()));
        }
        return ExitCode.DONE;
    }

    private static StorageFolder list(Path source) {
        try {
            StorageFolder files = StorageFolder.in(source);
            if (files.files().isEmpty() && files.unreadable().isEmpty()) {
                throw wrong("%s holds nothing to convert: storage files are called %s."
                        .formatted(
                                source,
                                String.join(
                                        ", ",
                                        StorageFolder.EXTENSIONS.stream()
                                                .sorted()
                                                .map(extension -> "*." + extension)
                                                .toList())));
            }
            return files;
        } catch (IOException e) {
            throw wrong("%s cannot be read: %s.".formatted(source, Reasons.of(e)));
        }
    }

    private static List<RenderReport.Failure> copyAttachments(
            List<Converted> all, StorageFolder files, OutputFolder written) {
        List<RenderReport.Failure> failed = new ArrayList<>();
        Set<String> attachments = new TreeSet<>();
        all.forEach(page -> attachments.addAll(page.attachments()));
        for (String attachment : attachments) {
            try {
                written.copy(files.resolve(attachment), attachment);
            } catch (IOException e) {
                failed.add(new RenderReport.Failure(attachment, "It cannot be copied: %s.".formatted(Reasons.of(e))));
            }
        }
        return failed;
    }

    private static RenderReport report(List<Converted> all, List<RenderReport.Failure> others, long milliseconds) {
        List<RenderReport.Failure> failed = new ArrayList<>(others);
        SortedMap<String, Integer> counts = new TreeMap<>();
        Map<String, List<String>> users = new HashMap<>();
        List<RenderReport.BrokenLink> links = new ArrayList<>();
        for (Converted page : all) {
            String file = page.file().source();
            if (page.failure() != null) {
                failed.add(new RenderReport.Failure(file, page.failure()));
            }
            page.unhandledMacros().forEach((name, count) -> {
                counts.merge(name, count, Integer::sum);
                users.computeIfAbsent(name, ignored -> new ArrayList<>()).add(file);
            });
            page.brokenLinks().forEach(target -> links.add(new RenderReport.BrokenLink(file, target)));
        }
        SortedMap<String, RenderReport.MacroUse> macros = new TreeMap<>();
        counts.forEach((name, count) ->
                macros.put(name, new RenderReport.MacroUse(count, users.getOrDefault(name, List.of()))));
        int converted =
                (int) all.stream().filter(page -> page.failure() == null).count();
        long bytes = all.stream().mapToLong(Converted::bytes).sum();
        return new RenderReport(converted, failed, macros, links, bytes, milliseconds);
    }

    private static CommandFailure wrong(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
