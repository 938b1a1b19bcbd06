package dev.sluice.cli.connection;

import dev.sluice.confluence.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The file in which many programs look for the passwords of hosts: {@code ~/.netrc}, or the one that {@code NETRC} names. */
final class Netrc {

    private final Path file;

    private Netrc(Path file) {
        this.file = file;
    }

    static Netrc of(Map<String, String> environment) {
        String named = environment.getOrDefault("NETRC", "");
        return new Netrc(named.isEmpty() ? Path.of(System.getProperty("user.home"), ".netrc") : Path.of(named));
    }

    /** The entry of the host; a default entry is not used: it would go to any host. */
    Optional<Credentials> find(String url) {
        String host = Logins.host(url).replaceFirst("_\\d+$", "");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return entry(host, words(Files.readString(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Deque<String> words(String text) {
        Deque<String> words = new ArrayDeque<>();
        boolean macro = false;
        for (String line : text.lines().toList()) {
            // a macro goes on to the next empty line
            macro = (macro || line.strip().startsWith("macdef")) && !line.isBlank();
            if (!macro && !line.strip().startsWith("#")) {
                Arrays.stream(line.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
            }
        }
        return words;
    }

    private static Optional<Credentials> entry(String host, Deque<String> words) {
        boolean here = false;
        String login = "";
        String password = "";
        while (!words.isEmpty()) {
            String word = words.remove();
            String value = word.equals("default") ? "" : String.valueOf(words.poll());
            switch (word) {
                case "machine", "default" -> {
                    if (here && !password.isEmpty()) {
                        return Optional.of(credentials(login, password));
                    }
                    here = word.equals("machine") && value.equalsIgnoreCase(host);
                    login = "";
                    password = "";
                }
                case "login" -> login = value;
                case "password" -> password = value;
                default -> {} // account: of no use here
            }
        }
        return here && !password.isEmpty() ? Optional.of(credentials(login, password)) : Optional.empty();
    }

    private static Credentials credentials(String login, String password) {
        return login.isEmpty() ? new Credentials.Bearer(password) : new Credentials.Basic(login, password);
    }
}
