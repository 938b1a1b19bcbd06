package dev.sluice.fetcher.fetch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works on several messages at once and acknowledges them one after the other, in the order in which they came: of what is
 * acknowledged, everything before is done, too. Asks for another message with each that is acknowledged, so that never more
 * than so many are held. After work that fails for good nothing more is acknowledged or taken.
 */
final class SideBySide<T> implements Flow.Subscriber<T> {

    private static final Logger LOG = Logger.getLogger(SideBySide.class);

    private final String name;
    private final int most;
    private final Consumer<T> work;
    private final Function<T, CompletionStage<Void>> acknowledge;
    private final Executor threads;
    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** {@code name} is for the log; {@code most}: messages in work at once. */
    SideBySide(
            String name, int most, Consumer<T> work, Function<T, CompletionStage<Void>> acknowledge, Executor threads) {
        this.name = name;
        this.most = most;
        this.work = work;
        this.acknowledge = acknowledge;
        this.threads = threads;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(most);
    }

    @Override
    public void onNext(T message) {
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(() -> work.accept(message), threads).whenComplete(this::ended);
        // a failure has been logged, and nothing is done after it
        last = CompletableFuture.allOf(last, done)
                .thenCompose(ignored -> acknowledged(message))
                .thenRun(() -> subscribed.join().request(1));
    }

    /** When that fails, the next message that is acknowledged stands for this one, too. */
    private CompletionStage<?> acknowledged(T message) {
        return acknowledge.apply(message).handle((ignored, failure) -> {
            if (failure != null) {
                LOG.warnf(failure, "What is done may be done again: lane=%s", name);
            }
            return message;
        });
    }

    @Override
    public void onError(Throwable failure) {
        ended(null, failure);
    }

    @Override
    public void onComplete() {
        LOG.debugf("No more changes come: lane=%s", name);
    }

    /** Takes nothing more. */
    void cancel() {
        Flow.Subscription subscription = subscribed.getNow(null);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** The next message that is acknowledged stands for this one, too. */
    private void ended(@Nullable Void nothing, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.errorf(failure, "No more changes are taken: lane=%s", name);
        }
    }
}
