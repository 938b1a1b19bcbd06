package dev.sluice.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.systemtests.topology.BucketCopy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A folder that the four services export to. A killed one comes back, and the run goes on. */
final class ServicesCopy implements ModelCopy {

    private final FourServices services;
    private final BucketCopy copy;
    private final Path folder;

    ServicesCopy(FourServices services, BucketCopy copy, Path folder) {
        this.services = services;
        this.copy = copy;
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Run start(Policy policy) {
        BucketCopy.Run run = copy.start(Map.of("prune", policy.prune(), "allowMassDelete", policy.allowMassDelete()));
        return new Run() {
            @Override
            public void kill(Random random) {
                List<Service> all = List.of(Service.values());
                Service service = all.get(random.nextInt(all.size()));
                services.kill(service);
                services.restart(service);
            }

            @Override
            public End await() {
                return end(run.awaitAnyEnd());
            }
        };
    }

    static End end(JsonNode run) {
        return new End(
                State.valueOf(run.path("state").asText()),
                run.path("resources").asInt(),
                run.path("unchanged").asInt(),
                run.path("withheld").asInt(),
                run.toString());
    }
}
