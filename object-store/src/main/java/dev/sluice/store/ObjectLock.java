package dev.sluice.store;

import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * For how long nobody can remove or replace a version of an object. The bucket must have been made with object lock.
 *
 * @param mode whether those with a special permission can ({@code GOVERNANCE}), or nobody at all ({@code COMPLIANCE})
 * @param retention from the time at which the object is written
 */
public record ObjectLock(RetentionMode mode, Duration retention) {

    public ObjectLock {
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("An object is locked for at least a day.");
        }
    }

    /** Of an object that is written now. */
    Retention from(InstantSource clock) {
        return new Retention(mode, clock.instant().plus(retention).atZone(ZoneOffset.UTC));
    }
}
