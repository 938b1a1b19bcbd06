package dev.sluice.cli.destination;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.store.ObjectKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a user may have the snapshot: in the destination, but not where pages or Sluice's own files go. */
public final class SnapshotPath {

    private SnapshotPath() {}

    /** The key of the snapshot in the destination; {@code given} is relative to its folder, or absolute and in it. */
    public static String key(Destination destination, String given) {
        String key = relative(destination, given);
        boolean own = key.startsWith(DestinationLayout.HOME);
        boolean apart = !key.contains("/") || (key.startsWith(".") && !own);
        boolean besideOurs = own
                && !key.substring(DestinationLayout.HOME.length()).contains("/")
                && !key.equals(DestinationLayout.EXPORT);
        if (!key.endsWith(".json") || !(apart || besideOurs)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--manifest must name a .json file at the top of %s or in a folder there whose name begins with a dot, such as .confluence-dl/sync-manifest.json."
                            .formatted(destination.folder()));
        }
        return key;
    }

    private static String relative(Destination destination, String given) {
        try {
            Path path = destination.folder().resolve(given).normalize();
            if (path.startsWith(destination.folder()) && !path.equals(destination.folder())) {
                String key = destination.folder().relativize(path).toString().replace('\\', '/');
                return ObjectKeys.requireSafe(key);
            }
        } catch (InvalidPathException e) {
            throw new CommandFailure(ExitCode.USAGE, "--manifest %s is no path: %s.".formatted(given, e.getReason()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--manifest %s: %s.".formatted(given, e.getMessage()));
        }
        throw new CommandFailure(
                ExitCode.USAGE, "--manifest %s lies outside of %s.".formatted(given, destination.folder()));
    }
}
