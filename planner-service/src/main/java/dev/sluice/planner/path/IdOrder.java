package dev.sluice.planner.path;

import java.util.Comparator;

/** Orders ids as the numbers they hold, so that older content comes first. */
public final class IdOrder {

    public static final Comparator<String> NUMERIC =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private IdOrder() {}
}
