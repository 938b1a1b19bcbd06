package dev.sluice.cli.command;

import dev.sluice.cli.format.FormatOptions;
import dev.sluice.cli.render.OfflineRendering;
import dev.sluice.cli.render.RenderOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice render}. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Converts files in storage format to Markdown, without asking Confluence.",
        footerHeading = "%nExamples:%n",
        footer = {"  sluice render page.xml > page.md", "  sluice render ./storage -o ./markdown --flavour obsidian"})
final class RenderCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "A file, or a folder whose files *.xml, *.xhtml, *.html and *.storage are converted.")
    Path source = Path.of("");

    @Option(
            names = {"-o", "--output-path"},
            paramLabel = "DIR",
            description = "Folder to write to; made when missing. Without it a single file goes to standard output.")
    @Nullable
    Path outputPath;

    @Option(names = "--json", description = "Report as JSON: failures, unknown macros, broken links.")
    boolean json;

    @Mixin
    FormatOptions format = new FormatOptions();

    @Override
    public Integer call() {
        return new OfflineRendering(System.out, Clock.systemUTC())
                .run(new RenderOrder(source, outputPath, json, format.settings()))
                .code();
    }
}
