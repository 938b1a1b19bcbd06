package dev.sluice.planner.path;

import java.util.HashSet;
import java.util.Set;

/** The names taken in one folder. Whoever comes first keeps the plain name; later ones are told apart by their id. */
final class Names {

    private final Set<String> taken = new HashSet<>();

    String take(String name, String id) {
        return take(name, "", id);
    }

    /** Takes {@code base + extension}, with the id between the two when that is taken. */
    String take(String base, String extension, String id) {
        String name = base + extension;
        for (int i = 0; !taken.add(SafeName.folded(name)); i++) {
            name = base + " (" + id + ")" + "_".repeat(i) + extension;
        }
        return name;
    }
}
