package dev.sluice.confluence;

import dev.sluice.confluence.limit.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what sites say of their limits: {@code Retry-After}, {@code X-RateLimit-*} of Cloud and of Data Center, and
 * {@code RateLimit} with its reason. Headers that begin with {@code Beta-} announce limits that are not enforced, and are
 * not read.
 */
final class RateLimitHeaders {

    /** Whoever says this or more says nothing that can be relied on. */
    private static final Duration ABSURD = Duration.ofDays(1);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern REMAINING = Pattern.compile("(?:^|[;,\\s])r=(\\d{1,15})");
    private static final Pattern SECONDS_LEFT = Pattern.compile("(?:^|[;,\\s])t=(\\d{1,15})");

    private RateLimitHeaders() {}

    /** How long to wait after a 429. */
    static AskedWait afterThrottling(Answer answer, Instant now) {
        Duration retryAfter = RetryAfter.parse(answer.header("Retry-After"), now);
        if (isQuota(answer)) {
            Duration reset = longer(retryAfter, reset(answer, now).orElse(Duration.ZERO));
            return new AskedWait(reset.isZero() ? untilFullHour(now) : reset, Pause.Reason.QUOTA);
        }
        Duration wait =
                retryAfter.isZero() && isUsedUp(answer) ? reset(answer, now).orElse(Duration.ZERO) : retryAfter;
        return new AskedWait(wait, Pause.Reason.RATE_LIMIT);
    }

    /** How long to wait after any other answer: until the allowance is back, when this was the last request of it. */
    static AskedWait beforeNextRequest(Answer answer, Instant now) {
        if (!isUsedUp(answer)) {
            return AskedWait.NONE;
        }
        Duration wait = longer(
                RetryAfter.parse(answer.header("Retry-After"), now),
                reset(answer, now).or(() -> nextToken(answer)).orElse(Duration.ZERO));
        Pause.Reason reason = isQuota(answer) ? Pause.Reason.QUOTA : Pause.Reason.RATE_LIMIT;
        return new AskedWait(wait, reason).atMost(Duration.ofHours(1));
    }

    private static boolean isQuota(Answer answer) {
        String reason = answer.header("RateLimit-Reason").toLowerCase(Locale.ROOT);
        return !reason.contains("burst")
                && (reason.contains("quota") || reason.contains("global") || reason.contains("tenant"));
    }

    private static boolean isUsedUp(Answer answer) {
        return answer.header("X-RateLimit-Remaining").strip().equals("0")
                || number(REMAINING, answer.header("RateLimit"))
                        .filter(left -> left == 0)
                        .isPresent();
    }

    private static Optional<Duration> reset(Answer answer, Instant now) {
        return resetAt(answer.header("X-RateLimit-Reset").strip())
                .map(at -> Duration.between(now, at))
                .or(() -> number(SECONDS_LEFT, answer.header("RateLimit")).map(Duration::ofSeconds))
                .filter(wait -> wait.isPositive() && wait.compareTo(ABSURD) < 0);
    }

    /** A date that may lack its seconds, or seconds since 1970. */
    private static Optional<Instant> resetAt(String header) {
        if (NUMBER.matcher(header).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(header)));
        }
        try {
            return Optional.of(OffsetDateTime.parse(header).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Data Center fills its buckets so many tokens an interval. */
    private static Optional<Duration> nextToken(Answer answer) {
        Optional<Long> interval = number(NUMBER, answer.header("X-RateLimit-Interval-Seconds"));
        Optional<Long> fill = number(NUMBER, answer.header("X-RateLimit-FillRate"));
        return interval.flatMap(seconds -> fill.filter(rate -> rate > 0)
                        .map(rate -> Duration.ofMillis(Math.min(seconds, ABSURD.toSeconds()) * 1000 / rate)))
                .filter(wait -> wait.compareTo(ABSURD) < 0);
    }

    private static Duration untilFullHour(Instant now) {
        return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }

    private static Optional<Long> number(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header.strip());
        return matcher.find() ? Optional.of(Long.valueOf(matcher.group(matcher.groupCount()))) : Optional.empty();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
