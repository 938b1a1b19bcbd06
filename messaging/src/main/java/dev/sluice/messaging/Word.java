package dev.sluice.messaging;

import org.jspecify.annotations.Nullable;

/** Bytes to look for in others. */
final class Word {

    private final byte[] bytes;

    Word(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Whether they stand anywhere in there; never in a message without a value. */
    boolean isIn(byte @Nullable [] text) {
        int last = text == null ? -1 : text.length - bytes.length;
        for (int at = 0; text != null && at <= last; at++) {
            if (text[at] == bytes[0] && standsAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(byte[] text, int at) {
        for (int i = 1; i < bytes.length; i++) {
            if (text[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
