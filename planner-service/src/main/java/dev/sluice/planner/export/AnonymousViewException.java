package dev.sluice.planner.export;

/** A destination that was exported with an account may not be compared with what anonymous visitors see. */
public final class AnonymousViewException extends RuntimeException {
    AnonymousViewException(String destination) {
        super(
                "%s was exported with an account; anonymous visitors see less, and the rest would be taken for deleted. Sign in, or choose another destination. Nothing was touched."
                        .formatted(destination));
    }
}
