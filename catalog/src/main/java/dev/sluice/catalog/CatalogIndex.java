package dev.sluice.catalog;

import java.util.List;

/**
 * Says that a catalog is complete, and of what it consists.
 *
 * @param resources listed in all files together
 * @param files names below the catalog's prefix
 */
record CatalogIndex(int resources, List<String> files) {
    CatalogIndex {
        files = List.copyOf(files);
    }
}
