package dev.sluice.simulator.content;

import dev.sluice.simulator.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people of a site: a fixed cast of forty, of whom the first owns the credentials. */
public final class People {

    /** How many there are. */
    public static final int COUNT = 40;

    private static final List<String> FIRST =
            List.of("Ada", "Bora", "Chidi", "Dana", "Emre", "Freya", "Goran", "Hana", "Ivo", "Jamila");
    private static final List<String> LAST = List.of("Lindqvist", "Okafor", "Müller-Çelik", "O'Brien");

    private People() {}

    /** Account id (Cloud) or user key (Data Center). */
    public static String id(Mode mode, int index) {
        return switch (mode) {
            case CLOUD -> String.format(Locale.ROOT, "712020:5b1f0a2c-0000-4000-8000-%012d", index);
            case DATA_CENTER -> String.format(Locale.ROOT, "8a7f808a5b1f0a2c0000%012d", index);
        };
    }

    public static String displayName(int index) {
        return FIRST.get(index % FIRST.size()) + " " + LAST.get(index / FIRST.size() % LAST.size());
    }

    public static String userName(int index) {
        return FIRST.get(index % FIRST.size()).toLowerCase(Locale.ROOT) + index;
    }

    /** The person with this account id or user key. */
    public static Optional<Integer> find(Mode mode, String id) {
        for (int index = 0; index < COUNT; index++) {
            if (id(mode, index).equals(id)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }
}
