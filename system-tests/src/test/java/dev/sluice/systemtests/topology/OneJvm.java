package dev.sluice.systemtests.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The command line as a process of its own, with all services, broker and database in it. */
public final class OneJvm implements Topology {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<String> options;

    private OneJvm(List<String> options) {
        this.options = options;
    }

    /** As users have it. */
    public static OneJvm asShipped() {
        return new OneJvm(List.of());
    }

    /** Work is taken in small portions, so that a small run has many of them. */
    public static OneJvm inSmallBatches() {
        return new OneJvm(Arrays.stream(Service.values())
                .flatMap(service -> service.smallBatches().stream())
                .toList());
    }

    /** In small portions, and a request that fails is soon given up. */
    public static OneJvm givingUpSoon() {
        List<String> options = new ArrayList<>(inSmallBatches().options);
        options.add("-Dsluice.sites.default.retries=3");
        return new OneJvm(options);
    }

    @Override
    public FolderCopy newCopy(TestSite site) {
        return new FolderCopy(this, site, Installation.newFolder("copy"));
    }

    /** Starts {@code sluice} with these arguments. */
    public JavaProcess start(Map<String, String> environment, String... arguments) {
        Path jar = Installation.application("cli");
        List<String> java = new ArrayList<>(FastStart.options(jar));
        java.add("-Dfetcher.images.trusted-hosts=" + PictureServer.HOST);
        java.addAll(options);
        java.addAll(List.of("-jar", jar.toString()));
        return JavaProcess.start(
                "sluice-%02d-%s".formatted(NUMBER.incrementAndGet(), arguments[0]),
                Stream.concat(java.stream(), Stream.of(arguments)).toList(),
                environment);
    }

    /** An empty folder's path. */
    public Path newFolder() {
        return Installation.newFolder("folder");
    }

    /** The arguments that export the site's space to a folder. */
    public static String[] exportOf(TestSite site, Path folder) {
        return List.of("spaces", TestSite.SPACE, "--url", site.url(), "--output-path", folder.toString())
                .toArray(String[]::new);
    }
}
