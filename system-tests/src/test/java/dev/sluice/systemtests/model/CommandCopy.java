package dev.sluice.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.systemtests.topology.JavaProcess;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A folder that the command line exports to, a process a run. A killed one is over; the next goes on. */
final class CommandCopy implements ModelCopy {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final OneJvm sluice = OneJvm.givingUpSoon();
    private final TestSite site;
    private final ScopeRef scope;
    private final boolean details;
    private final Path folder;

    CommandCopy(TestSite site, ScopeRef scope, boolean details, Path folder) {
        this.site = site;
        this.scope = scope;
        this.details = details;
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Run start(Policy policy) {
        JavaProcess process = sluice.start(site.environment(), arguments(policy));
        return new Run() {
            private boolean killed;

            @Override
            public void kill(Random random) {
                killed = process.isAlive();
                process.kill();
            }

            @Override
            public End await() {
                try (process) {
                    int exitCode = process.await(LONGEST);
                    return killed ? new End(State.KILLED, 0, 0, 0, "killed") : end(process, exitCode);
                }
            }
        };
    }

    private String[] arguments(Policy policy) {
        List<String> arguments = new ArrayList<>();
        boolean first = !Files.exists(folder.resolve(".sluice/export.json"));
        if (first) {
            arguments.add(scope.command());
            arguments.addAll(scope.args());
            arguments.addAll(List.of("--url", site.url()));
            if (details) {
                arguments.addAll(List.of("--with", "labels,comments"));
            }
        } else {
            arguments.add("sync");
            arguments.add(policy.prune() ? "--prune" : "--no-prune");
        }
        if (policy.allowMassDelete()) {
            arguments.add("--allow-mass-delete");
        }
        arguments.addAll(List.of("--json", "--output-path", folder.toString()));
        return arguments.toArray(String[]::new);
    }

    private static End end(JavaProcess process, int exitCode) {
        String told = "exit code %d: %s %s".formatted(exitCode, process.out(), process.err());
        if (process.out().isEmpty()) {
            if (exitCode == 0) {
                throw new AssertionError("No report: " + told);
            }
            return new End(State.FAILED, 0, 0, 0, told);
        }
        try {
            JsonNode run = Wire.json().readTree(process.out()).path("run");
            End end = ServicesCopy.end(run);
            if ((exitCode == 0) != (end.is(State.SUCCEEDED) && end.withheld() == 0)) {
                throw new AssertionError("Report and exit code differ: " + told);
            }
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(told, e);
        }
    }
}
