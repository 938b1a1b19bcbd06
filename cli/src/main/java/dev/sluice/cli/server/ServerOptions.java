package dev.sluice.cli.server;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which planner does the work, in the place of this process. */
public final class ServerOptions {

    private static final String KEY = "SLUICE_API_KEY";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Let the planner at this address do it; its API key is SLUICE_API_KEY.")
    @Nullable
    URI server;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "With --server: file that holds the API key; otherwise SLUICE_API_KEY.")
    @Nullable
    Path apiKeyFile;

    /** Whether another process is to do the work. */
    public boolean isGiven() {
        return server != null;
    }

    /** The planner; asks nothing yet. Fails when there is no key for it. */
    public RemotePlanner planner() {
        URI address = server;
        if (address == null || address.getHost() == null || !address.getScheme().matches("https?")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'%s' is no address of a planner: give one such as https://sluice.example.com.".formatted(address));
        }
        String key = key(System.getenv());
        if (address.getScheme().equals("http") && !isLoopback(address.getHost())) {
            PrintStream err = System.err;
            err.printf("sluice: %s is not encrypted: whoever is on the way can read the API key.%n", address);
        }
        return new RemotePlanner(address, key);
    }

    /** Never the value of an option, which other users of the machine could see. */
    String key(Map<String, String> environment) {
        String key = apiKeyFile == null ? environment.getOrDefault(KEY, "").strip() : read(apiKeyFile);
        if (key.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_AUTHORISED,
                    "No API key for %s: set %s, or name a file with --api-key-file.".formatted(server, KEY));
        }
        return key;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The file of the API key, %s, cannot be read: %s.".formatted(file, e.getMessage()));
        }
    }
}
