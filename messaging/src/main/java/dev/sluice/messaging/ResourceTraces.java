package dev.sluice.messaging;

import dev.sluice.pipeline.Keyed;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Stage;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.MDC;

/**
 * Follows single resources through the pipeline: each has a trace of its own, whose id every stage works out from the run
 * and the number of the resource, so that no message has to carry it. Only the fraction {@code traces.fraction} of
 * the resources, from 0 (the default) to 1, is followed, the same ones in all stages.
 */
public final class ResourceTraces {

    private static final String FRACTION = "traces.fraction";

    private final Supplier<Tracer> tracer;
    private final double fraction;

    ResourceTraces(Supplier<Tracer> tracer, double fraction) {
        this.tracer = tracer;
        this.fraction = fraction;
    }

    /** As the configuration says. */
    public static ResourceTraces configured() {
        double fraction = ConfigProvider.getConfig()
                .getOptionalValue(FRACTION, Double.class)
                .orElse(0.0);
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException(FRACTION + " must be from 0 to 1, not " + fraction + ".");
        }
        return new ResourceTraces(() -> GlobalOpenTelemetry.getTracer("dev.sluice"), fraction);
    }

    /** Works on one resource; the log lines of the thread name it meanwhile. */
    public Outcome outcome(Stage stage, ResourceRef resource, Supplier<Outcome> work) {
        return within(stage, resource, span -> {
            Outcome outcome = work.get();
            if (outcome instanceof Outcome.Failed failed) {
                span.setStatus(StatusCode.ERROR, failed.message());
            }
            return outcome;
        });
    }

    /** Like {@link #outcome}, for work that says elsewhere how it ended. */
    public void run(Stage stage, ResourceRef resource, Runnable work) {
        within(stage, resource, ignored -> {
            work.run();
            return stage;
        });
    }

    /** Leaves a mark in the trace of each resource that the stage has published a message about. */
    void published(Stage stage, Collection<? extends Keyed> messages) {
        if (fraction > 0) {
            messages.forEach(message -> ResourceRef.of(message)
                    .flatMap(resource -> begin(stage, resource))
                    .ifPresent(span -> span.updateName(
                                    name(stage) + " " + message.getClass().getSimpleName())
                            .end()));
        }
    }

    private interface Work<T> {
        T in(Span span);
    }

    private <T> T within(Stage stage, ResourceRef resource, Work<T> work) {
        MDC.put("runId", resource.run().run().value());
        MDC.put("resourceId", resource.key().toString());
        Span span = begin(stage, resource).orElseGet(Span::getInvalid);
        try (Scope _ = span.makeCurrent()) {
            return work.in(span);
        } catch (RuntimeException e) {
            span.recordException(e).setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
            MDC.remove("resourceId");
            MDC.remove("runId");
        }
    }

    private Optional<Span> begin(Stage stage, ResourceRef resource) {
        if (fraction == 0) {
            return Optional.empty();
        }
        TraceName name = TraceName.of(resource.run().run(), resource.seq());
        if (name.lot() >= fraction) {
            return Optional.empty();
        }
        SpanContext parent = SpanContext.createFromRemoteParent(
                name.traceId(), name.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
        return Optional.of(tracer.get()
                .spanBuilder(name(stage))
                .setParent(Context.root().with(Span.wrap(parent)))
                .setAttribute("sluice.run", resource.run().run().value())
                .setAttribute("sluice.export", resource.run().export().value())
                .setAttribute("sluice.resource", resource.key().toString())
                .startSpan());
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
