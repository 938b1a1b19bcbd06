/** What the services share about Kafka: decoding batches, publishing with confirmation, dead letters. */
@NullMarked
package dev.sluice.messaging;

import org.jspecify.annotations.NullMarked;
