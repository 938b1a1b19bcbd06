package dev.sluice.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.ReplicatedServices;
import dev.sluice.systemtests.topology.RunFigures;
import dev.sluice.systemtests.topology.Service;
import dev.sluice.systemtests.topology.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What services take that have nothing to do: after their start, and after an export. On Linux only. */
class IdleBenchmark {

    private static final int SITES = Integer.getInteger("benchmark.sites", 10);
    private static final int PAGES = Integer.getInteger("benchmark.pages", 2_000);
    private static final Duration WATCHED = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 60));
    private static final int MOST_MEBIBYTES = 300;
    private static final double MOST_PROCESSOR = 0.02;
    private static final int TICKS_A_SECOND = 100;

    private final Figures figures = new Figures("idle");

    @Test
    void takesLittleWhileThereIsNothingToDo() throws Exception {
        List<TestSite> sites = new ArrayList<>();
        for (int i = 0; i < SITES; i++) {
            sites.add(TestSite.start("idle-" + i, Mode.CLOUD, i == 0 ? PAGES : 1, Map.of()));
        }
        List<String> options = List.of(
                System.getProperty("benchmark.options", "-Xmx256m").strip().split(" +", -1));
        try (ReplicatedServices services = ReplicatedServices.start(sites, 1, options)) {
            Map<Service, Taken> fresh = watch(services, "after the start");
            RunFigures run = services.newCopy(sites.getFirst(), new ScopeRef("all-spaces", List.of()))
                    .sync();
            assertThat(run.complete()).as("complete: %s", run).isTrue();
            Map<Service, Taken> used = watch(services, "after an export of %,d pages".formatted(PAGES));
            fresh.forEach(IdleBenchmark::requireLittle);
            used.forEach(IdleBenchmark::requireLittle);
        } finally {
            sites.forEach(TestSite::close);
        }
    }

    /** {@code processor}: share of one. */
    private record Taken(long mebibytes, double processor) {}

    private Map<Service, Taken> watch(ReplicatedServices services, String when) throws Exception {
        // what was begun is finished meanwhile
        Thread.sleep(Duration.ofSeconds(20));
        Map<Service, Long> before = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            before.put(service, ticks(services.pids(service).getFirst()));
        }
        Thread.sleep(WATCHED);
        Map<Service, Taken> taken = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            long pid = services.pids(service).getFirst();
            double seconds = (double) (ticks(pid) - before.getOrDefault(service, 0L)) / TICKS_A_SECOND;
            Taken now = new Taken(resident(pid), seconds / WATCHED.toSeconds());
            taken.put(service, now);
            figures.add("%s, %d sites: %s %d MiB resident, %.1f %% of a processor"
                    .formatted(when, SITES, service, now.mebibytes(), 100 * now.processor()));
        }
        return taken;
    }

    private static void requireLittle(Service service, Taken taken) {
        assertThat(taken.mebibytes()).as("MiB of %s", service).isLessThan(MOST_MEBIBYTES);
        assertThat(taken.processor()).as("processor use of %s", service).isLessThan(MOST_PROCESSOR);
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .sum()
                / 1024;
    }

    /** Processor time so far, of user and system. */
    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
}
