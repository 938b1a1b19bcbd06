package dev.sluice.cli.verify;

import dev.sluice.cli.report.Figures;
import dev.sluice.pipeline.Wire;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says what a verification found. */
public final class VerificationReport {

    private static final int LINES = 50;

    private final PrintStream out;

    public VerificationReport(PrintStream out) {
        this.out = out;
    }

    /** The form that {@code --json} has. */
    private record Found(
            int checked,
            int intact,
            List<String> missing,
            List<String> changed,
            List<String> unknown,
            long bytes,
            long milliseconds) {}

    public void printJson(Verification.Result result) {
        out.writeBytes(Wire.encode(new Found(
                result.checked(),
                result.intact(),
                result.missing(),
                result.changed(),
                result.unknown(),
                result.bytes(),
                result.took().toMillis())));
        out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** {@code repairing}: whether what is damaged is now made anew. */
    public void print(Verification.Result result, boolean repairing) {
        list("missing", result.missing());
        list("changed", result.changed());
        list("unknown", result.unknown());
        figure("Checked", Figures.number(result.checked()));
        figure("Intact", Figures.number(result.intact()));
        figure("Missing", Figures.number(result.missing().size()));
        figure("Changed", Figures.number(result.changed().size()));
        figure("Unknown", Figures.number(result.unknown().size()));
        figure("Bytes read", Figures.bytes(result.bytes()));
        figure("Duration", Figures.duration(result.took()));
        if (!result.isClean() && !repairing) {
            out.println("'sluice verify --repair' makes what is missing or changed anew.");
        }
    }

    private void list(String what, List<String> paths) {
        paths.stream().limit(LINES).forEach(path -> out.printf("  %-8s %s%n", what + ":", path));
        if (paths.size() > LINES) {
            out.printf("  … and %s more; --json lists all%n", Figures.number(paths.size() - LINES));
        }
    }

    private void figure(String name, String value) {
        out.printf("  %-15s %s%n", name + ":", value);
    }
}
