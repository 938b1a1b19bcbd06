package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks a listing that is sorted by time, newest first, answer by answer down to a moment. It goes on for an overlap
 * beyond it, but only for one more answer: how much was changed in that time must not decide what nothing new costs.
 */
final class RecentWalk implements Iterator<JsonNode> {

    private final Iterator<JsonNode> answers;
    private final String timeField;
    private final Instant until;
    private boolean reached;
    private boolean done;

    RecentWalk(Iterator<JsonNode> answers, String timeField, Instant until) {
        this.answers = answers;
        this.timeField = timeField;
        this.until = until;
    }

    @Override
    public boolean hasNext() {
        return !done && answers.hasNext();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        JsonNode answer = answers.next();
        Instant oldest = ListingWalk.items(answer)
                .map(item -> Json.version(item, timeField).createdAt())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        done = reached || oldest.isBefore(until.minus(Recent.OVERLAP));
        reached = reached || oldest.isBefore(until);
        return answer;
    }
}
