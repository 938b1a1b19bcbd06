package dev.sluice.store;

/** The rules for object keys: relative, without a way out of the store. */
public final class ObjectKeys {

    private ObjectKeys() {}

    /** The key itself, or an {@link IllegalArgumentException} when it is empty, absolute, or has odd parts. */
    public static String requireSafe(String key) {
        for (String part : key.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new IllegalArgumentException("not a safe object key: " + key);
            }
        }
        if (key.indexOf('\\') >= 0 || key.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a safe object key: " + key);
        }
        return key;
    }
}
