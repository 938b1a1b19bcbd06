package dev.sluice.renderer.links;

import dev.sluice.store.Stores;

/** Gives tests of other packages the catalogs of a store. */
public final class TestCatalogs {

    private TestCatalogs() {}

    public static Catalogs of(Stores stores) {
        return new Catalogs(stores);
    }
}
