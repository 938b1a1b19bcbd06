package dev.sluice.simulator;

import dev.sluice.simulator.cloud.CloudSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a simulator from the command line until the process is ended. */
@Command(
        name = "confluence-simulator",
        showDefaultValues = true,
        sortOptions = false,
        description = "Serves a made-up Confluence. Under /simulator another process can change the "
                + "site, set faults and read statistics (see the README of the module).")
public final class SimulatorCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--mode", paramLabel = "cloud|dc", description = "Which Confluence to be.", defaultValue = "cloud")
    private String mode = "cloud";

    @Option(
            names = "--host",
            description =
                    "Name or address that others call the site by. By any other than the default one the site, and "
                            + "with it the power to change it, can be reached from other machines.",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "Port; 0 for any free one.", defaultValue = "8090")
    private int port;

    @Option(names = "--spaces", description = "Generated spaces (none by default with --load).")
    private @Nullable Integer spaces;

    @Option(names = "--pages", description = "Pages per space.", defaultValue = "50")
    private int pages;

    @Option(names = "--blog-posts", description = "Blog posts per space.", defaultValue = "3")
    private int blogPosts;

    @Option(names = "--attachments", description = "Attachments per page.", defaultValue = "1")
    private int attachments;

    @Option(names = "--attachment-bytes", description = "Median size of an attachment.", defaultValue = "20000")
    private int attachmentBytes;

    @Option(names = "--max-depth", description = "Greatest number of ancestors.", defaultValue = "6")
    private int maxDepth;

    @Option(names = "--plain-titles", description = "No titles and file names that are hard to turn into paths.")
    private boolean plainTitles;

    @Option(names = "--seed", description = "Equal seeds give equal sites.", defaultValue = "1")
    private long seed;

    @Option(
            names = "--load",
            paramLabel = "DIR",
            description = "Serve a folder of storage bodies (*.xhtml, *.xml, *.html) as a space; may be repeated.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--latency", paramLabel = "TIME", description = "Such as 20ms or 1s.", defaultValue = "0ms")
    private String latency = "0ms";

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Requests per second; 0 for no limit.",
            defaultValue = "0")
    private double rateLimit;

    @Option(
            names = "--listing-cap",
            paramLabel = "N",
            description = "Greatest size of a listing; 0 for none.",
            defaultValue = "0")
    private int listingCap;

    @Option(
            names = "--faults",
            paramLabel = "P",
            description = "Probability each of 503, reset and truncation.",
            defaultValue = "0")
    private double faults;

    @Option(
            names = "--atlassian-port",
            paramLabel = "PORT",
            description = "Also be what Atlassian runs beside its Cloud sites, at this port (0 for any free one): the "
                    + "gateway, which takes scoped tokens, and OAuth 2.0.")
    private @Nullable Integer atlassianPort;

    @Option(names = "--user", description = "E-mail address or user name.")
    private @Nullable String user;

    @Option(
            names = "--token",
            description = "API token, password or personal access token.",
            defaultValue = "simulator-token")
    private String token = "simulator-token";

    /** Starts what the arguments say; ends with 2 when they are wrong. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SimulatorCommand());
        commandLine.setExecutionExceptionHandler((failure, line, result) -> {
            line.getErr().println(failure.getMessage());
            return 2;
        });
        commandLine.setParameterExceptionHandler((wrong, args) -> {
            commandLine.getErr().println(wrong.getMessage() + " (--help shows all options)");
            return 2;
        });
        return commandLine;
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorOptions options = options();
        try (SimulatedConfluence confluence = SimulatedConfluence.start(options)) {
            for (int i = 0; i < folders.size(); i++) {
                Path folder = folders.get(i).toAbsolutePath().normalize();
                String name = String.valueOf(folder.getFileName());
                confluence.site().loadSpace(i == 0 ? "LOAD" : "LOAD" + (i + 1), name, folder);
            }
            if (rateLimit > 0) {
                confluence.faults().rateLimit(rateLimit, (int) Math.ceil(rateLimit));
            }
            confluence.faults().listingCap(listingCap);
            confluence.faults().unavailable(faults);
            confluence.faults().reset(faults);
            confluence.faults().truncated(faults);
            line().getOut().println(confluence.baseUrl() + " user " + options.user() + " token " + options.token());
            if (atlassianPort != null) {
                SimulatedAtlassian atlassian = confluence.startAtlassian(atlassianPort);
                line().getOut()
                        .println(atlassian.url() + " gateway token " + atlassian.scopedToken() + " cloud id "
                                + CloudSite.CLOUD_ID);
            }
            line().getOut().flush();
            Thread.currentThread().join();
        }
        return 0;
    }

    private SimulatorOptions options() {
        SimulatorOptions options = switch (mode.toLowerCase(Locale.ROOT)) {
            case "cloud" -> SimulatorOptions.cloud();
            case "dc", "data-center" -> SimulatorOptions.dataCenter();
            default -> throw wrong("--mode is cloud or dc, not " + mode);
        };
        int generated = spaces != null ? spaces : folders.isEmpty() ? 1 : 0;
        SiteShape shape =
                new SiteShape(seed, generated, pages, attachments, attachmentBytes, maxDepth, !plainTitles, blogPosts);
        return options.withHost(host)
                .withPort(port)
                .withShape(shape)
                .withLatency(duration(latency))
                .withUser(user == null ? options.user() : user)
                .withToken(token);
    }

    private Duration duration(String text) {
        try {
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text);
        } catch (NumberFormatException | DateTimeParseException wrong) {
            throw wrong("--latency is a time such as 20ms or 1s, not " + text);
        }
    }

    private RuntimeException wrong(String message) {
        return new CommandLine.ParameterException(line(), message);
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("not started by picocli");
        }
        return spec.commandLine();
    }
}
