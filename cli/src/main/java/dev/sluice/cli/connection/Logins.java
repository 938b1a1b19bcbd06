package dev.sluice.cli.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.confluence.Credentials;
import dev.sluice.confluence.network.Network;
import dev.sluice.confluence.oauth.GrantFile;
import dev.sluice.confluence.oauth.OAuthSession;
import dev.sluice.confluence.oauth.TokenEndpoint;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Credentials that {@code sluice login} has stored: a file for each host, which only its owner may read. */
public final class Logins {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;

    private Logins(Path folder) {
        this.folder = folder;
    }

    /** Those of the user: below {@code SLUICE_CONFIG_HOME}, {@code XDG_CONFIG_HOME} or {@code ~/.config}. */
    public static Logins of(Map<String, String> environment) {
        String own = environment.getOrDefault("SLUICE_CONFIG_HOME", "");
        String shared = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path config = shared.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(shared);
        Path home = own.isEmpty() ? config.resolve("sluice") : Path.of(own);
        return new Logins(home.resolve("credentials"));
    }

    /** What is stored for the host of the address. */
    public Optional<Credentials> find(String url, Network network) {
        Path oauth = oauthFile(url);
        if (Files.exists(oauth)) {
            return Optional.of(oauth(oauth, network));
        }
        Path file = file(url);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Stores the credentials in place of others for that host, and says where. */
    Path store(String url, Credentials credentials) {
        ObjectNode json = Wire.json().createObjectNode();
        switch (credentials) {
            case Credentials.Basic basic -> json.put("user", basic.user()).put("secret", basic.secret());
            case Credentials.Bearer bearer -> json.put("secret", bearer.token());
            case Credentials.OAuth oauth -> {
                return oauth.session().file();
            }
            case Credentials.Anonymous _ -> throw new IllegalArgumentException("nobody has no credentials");
        }
        try {
            prepare();
            Path next = Files.createTempFile(folder, "login", ".new", ownerOnly("rw-------"));
            Files.write(next, Wire.json().writeValueAsBytes(json));
            Files.move(next, file(url), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(oauthFile(url));
            return file(url);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The credentials cannot be stored in %s: %s. Set SLUICE_EMAIL and SLUICE_TOKEN instead."
                            .formatted(folder, e.getMessage()));
        }
    }

    /** Makes room for the grant of an app, and says where it is to be. */
    Path prepareOAuth(String url) {
        try {
            prepare();
            return oauthFile(url);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The grant cannot be stored in %s: %s.".formatted(folder, e.getMessage()));
        }
    }

    /** Whether there was anything to forget. */
    boolean forget(String url) {
        try {
            boolean grant = Files.deleteIfExists(oauthFile(url));
            Files.deleteIfExists(oauthFile(url).resolveSibling(oauthFile(url).getFileName() + ".lock"));
            return Files.deleteIfExists(file(url)) || grant;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Credentials oauth(Path grant, Network network) {
        InstantSource clock = InstantSource.system();
        return new Credentials.OAuth(new OAuthSession(new GrantFile(grant), new TokenEndpoint(network, clock), clock));
    }

    /** Host and port of an address as a user types it, as a part of a file name. */
    static String host(String url) {
        String text = url.strip();
        try {
            URI uri = URI.create((text.contains("://") ? text : "https://" + text).replaceAll("[?# ].*$", ""));
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            return uri.getPort() < 0 ? host : host + "_" + uri.getPort();
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }

    private Path file(String url) {
        return folder.resolve(host(url) + ".json");
    }

    private Path oauthFile(String url) {
        return folder.resolve(host(url) + ".oauth.json");
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Nothing of a file that cannot be read is shown: there are secrets in it. */
    private static Credentials read(Path file) {
        try {
            JsonNode json = Wire.json().readTree(Files.readAllBytes(file));
            String secret = json.path("secret").asText("");
            if (!secret.isEmpty()) {
                return json.hasNonNull("user")
                        ? new Credentials.Basic(json.path("user").asText(), secret)
                        : new Credentials.Bearer(secret);
            }
        } catch (IOException e) {
            // said below, in other words
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "The stored credentials in %s cannot be read; run 'sluice login' again.".formatted(file));
    }
}
