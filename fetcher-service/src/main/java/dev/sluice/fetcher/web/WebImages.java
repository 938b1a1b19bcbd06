package dev.sluice.fetcher.web;

import dev.sluice.pipeline.ImageResource;
import dev.sluice.store.StoredObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pictures from other sites than Confluence: without credentials or cookies, from public addresses only, also
 * where a redirect leads, within limits of size and time. A picture that is not to be had is no failure.
 */
@ApplicationScoped
public class WebImages {

    private static final int MOST_REDIRECTS = 5;
    private static final int TRIES = 3;
    private static final long FIRST_WAIT_MILLIS = 300;

    private final WebImagesConfig config;
    private final PublicAddresses addresses;
    private final OkHttpClient client;
    private final Semaphore underWay;

    WebImages(WebImagesConfig config) {
        this.config = config;
        Set<String> trusted = new HashSet<>();
        config.trustedHosts().orElse(List.of()).forEach(host -> trusted.add(host.toLowerCase(Locale.ROOT)));
        this.addresses = new PublicAddresses(Dns.SYSTEM, trusted);
        this.client = new OkHttpClient.Builder()
                .dns(addresses)
                .proxy(java.net.Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(config.timeout())
                .build();
        this.underWay = new Semaphore(config.atOnce());
    }

    /** Asks for a picture, again while that can help; {@code sink} takes its bytes and may be called once more when they break off. */
    public WebImage get(ImageResource image, Function<InputStream, StoredObject> sink) {
        underWay.acquireUninterruptibly();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return follow(image, sink);
                } catch (UnansweredException e) {
                    if (attempt == TRIES) {
                        return new WebImage.Refused(e.getMessage());
                    }
                    Thread.sleep(FIRST_WAIT_MILLIS << attempt);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while fetching a picture; run again to go on.", e);
        } finally {
            underWay.release();
        }
    }

    @PreDestroy
    void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private WebImage follow(ImageResource image, Function<InputStream, StoredObject> sink) throws UnansweredException {
        @Nullable HttpUrl url = HttpUrl.parse(String.valueOf(image.url()));
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
                return new WebImage.Refused("The address leads to nothing that can be asked for without a password.");
            }
            HttpUrl here = url;
            try {
                addresses.requirePublic(here);
                try (Response response = client.newCall(request(image, here)).execute()) {
                    if (!isRedirect(response)) {
                        return new ImageAnswer(response, config.largest().asLongValue()).take(sink);
                    }
                    url = here.resolve(String.valueOf(response.header("Location")));
                }
            } catch (PrivateAddressException e) {
                return new WebImage.Refused(String.valueOf(e.getMessage()));
            } catch (UncheckedIOException e) {
                throw new UnansweredException("The picture does not arrive whole from " + here.host() + ".");
            } catch (IOException e) {
                throw new UnansweredException("No answer from " + here.host() + " (" + e.getMessage() + ").");
            }
        }
        return new WebImage.Refused("The address is redirected more than " + MOST_REDIRECTS + " times.");
    }

    private static boolean isRedirect(Response response) {
        return response.isRedirect() && response.header("Location") != null;
    }

    private static Request request(ImageResource image, HttpUrl url) {
        Request.Builder request =
                new Request.Builder().url(url).header("User-Agent", "sluice").header("Accept", "image/*");
        if (image.etag() != null) {
            request.header("If-None-Match", image.etag());
        }
        if (image.lastModified() != null) {
            request.header("If-Modified-Since", image.lastModified());
        }
        return request.build();
    }
}
