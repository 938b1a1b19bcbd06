package dev.sluice.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Look at everything but credentials, which nobody sees. */
    VIEWER,
    /** Start and cancel runs. */
    OPERATOR,
    /** Say what is exported, where to, and when. */
    ADMIN;

    /** {@link #VIEWER}, as annotations name it. */
    public static final String LOOK = "viewer";

    /** {@link #OPERATOR}, as annotations name it. */
    public static final String OPERATE = "operator";

    /** {@link #ADMIN}, as annotations name it. */
    public static final String ADMINISTER = "admin";

    /** As tokens, configuration and annotations write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The words of this role and of those that it includes. */
    Set<String> implied() {
        Set<String> words = new TreeSet<>();
        Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).forEach(role -> words.add(role.word()));
        return words;
    }
}
