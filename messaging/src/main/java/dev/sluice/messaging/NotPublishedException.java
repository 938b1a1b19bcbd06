package dev.sluice.messaging;

/** The broker did not take a message. The batch that led to it must be handled again. */
public final class NotPublishedException extends RuntimeException {
    NotPublishedException(Throwable cause) {
        super("the broker did not take a message", cause);
    }
}
