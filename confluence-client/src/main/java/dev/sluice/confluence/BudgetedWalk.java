package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;

/** A listing for as long as it costs no more requests than another way to the same things would. */
final class BudgetedWalk implements Iterator<JsonNode> {

    private final Iterator<JsonNode> answers;
    private final int budget;
    private final IntConsumer onSpent;
    private int spent;

    /** @param onSpent told after each request how many there have been */
    BudgetedWalk(Iterator<JsonNode> answers, int budget, IntConsumer onSpent) {
        this.answers = answers;
        this.budget = budget;
        this.onSpent = onSpent;
    }

    @Override
    public boolean hasNext() {
        return spent < budget && answers.hasNext();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        spent++;
        onSpent.accept(spent);
        return answers.next();
    }

    /** Whether the budget was too small for the whole listing. */
    boolean isCutShort() {
        return answers.hasNext();
    }
}
