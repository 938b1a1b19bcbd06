package dev.sluice.cli.connection;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.confluence.Credentials;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credentials: a token file, the environment ({@code SLUICE_EMAIL}, {@code SLUICE_TOKEN}), or a question on
 * the terminal; never the value of a flag, which other users of the machine could see.
 */
public final class CredentialSource {

    static final String EMAIL = "SLUICE_EMAIL";
    static final String TOKEN = "SLUICE_TOKEN";

    private final Map<String, String> environment;
    private final @Nullable Console console;

    public CredentialSource(Map<String, String> environment, @Nullable Console console) {
        this.environment = environment;
        this.console = console;
    }

    /** A token with an e-mail address is Cloud's API token or a password; a token alone a Data Center access token. */
    public Credentials find(@Nullable Path tokenFile) {
        String token = tokenFile == null ? environment.getOrDefault(TOKEN, "").strip() : read(tokenFile);
        String email = environment.getOrDefault(EMAIL, "").strip();
        if (token.isEmpty() && console != null) {
            email = email.isEmpty()
                    ? ask(console, "E-mail (Cloud) or user name; empty for a personal access token: ")
                    : email;
            token = askSecret(console, "Token: ");
        }
        if (token.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "No credentials: set %s (and %s for Cloud), or name a file with --token-file."
                            .formatted(TOKEN, EMAIL));
        }
        return email.isEmpty() ? new Credentials.Bearer(token) : new Credentials.Basic(email, token);
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
