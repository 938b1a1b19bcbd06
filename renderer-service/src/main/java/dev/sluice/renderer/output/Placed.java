package dev.sluice.renderer.output;

import dev.sluice.pipeline.Before;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.StoredCopy;

/** A file at its final path. {@code written}: false when the same bytes were there already. */
record Placed(StoredCopy file, boolean written) {

    Effect effect(Content content) {
        Before before = content.before();
        boolean elsewhere =
                before != null && before.path() != null && !before.path().equals(file.key());
        if (elsewhere || content.reason() == ChangeReason.MOVED) {
            return Effect.MOVED;
        }
        return written ? Effect.STORED : Effect.CONFIRMED;
    }
}
