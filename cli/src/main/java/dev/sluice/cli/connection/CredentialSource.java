package dev.sluice.cli.connection;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.confluence.Credentials;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credentials: a token file, the environment ({@code SLUICE_EMAIL}, {@code SLUICE_TOKEN}, {@code SLUICE_USER}, {@code SLUICE_PASSWORD}), or a question on
 * the terminal; never the value of a flag, which other users of the machine could see.
 */
public final class CredentialSource {

    static final String EMAIL = "SLUICE_EMAIL";
    static final String TOKEN = "SLUICE_TOKEN";
    static final String USER = "SLUICE_USER";
    static final String PASSWORD = "SLUICE_PASSWORD";

    private final Map<String, String> environment;
    private final @Nullable Console console;

    public CredentialSource(Map<String, String> environment, @Nullable Console console) {
        this.environment = environment;
        this.console = console;
    }

    /** A token with an e-mail address is Cloud's API token or a password; a token alone a Data Center access token. */
    public Credentials find(@Nullable Path tokenFile) {
        return given(tokenFile).or(this::asked).orElseThrow(CredentialSource::none);
    }

    /** Those of the token file or the environment. */
    Optional<Credentials> given(@Nullable Path tokenFile) {
        String email = variable(EMAIL);
        String user = email.isEmpty() ? variable(USER) : email;
        String token = tokenFile == null ? variable(TOKEN) : read(tokenFile);
        if (!token.isEmpty()) {
            return Optional.of(user.isEmpty() ? new Credentials.Bearer(token) : new Credentials.Basic(user, token));
        }
        String password = variable(PASSWORD);
        if (!password.isEmpty() && user.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s is set, but not whose it is: set %s too.".formatted(PASSWORD, USER));
        }
        return password.isEmpty() ? Optional.empty() : Optional.of(new Credentials.Basic(user, password));
    }

    /** Those that somebody types; empty without a terminal, and without an answer. */
    Optional<Credentials> asked() {
        if (console == null) {
            return Optional.empty();
        }
        String known = variable(EMAIL);
        String user = known.isEmpty()
                ? ask(console, "E-mail (Cloud) or user name; empty for a personal access token: ")
                : known;
        String secret = askSecret(console, "Token or password: ");
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(user.isEmpty() ? new Credentials.Bearer(secret) : new Credentials.Basic(user, secret));
    }

    static CommandFailure none() {
        return new CommandFailure(
                ExitCode.USAGE,
                "No credentials: set %s (and %s for Cloud), or %s and %s, name a file with --token-file, or run 'sluice login'; --anonymous exports what everybody may see."
                        .formatted(TOKEN, EMAIL, USER, PASSWORD));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static String read(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new CommandFailure(ExitCode.USAGE, "The token file %s is empty.".formatted(file));
            }
            return token;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The token file %s cannot be read: %s.".formatted(file, e.getMessage()));
        }
    }

    private static String ask(Console console, String question) {
        String answer = console.readLine("%s", question);
        return answer == null ? "" : answer.strip();
    }

    private static String askSecret(Console console, String question) {
        char[] answer = console.readPassword("%s", question);
        return answer == null ? "" : new String(answer).strip();
    }
}
