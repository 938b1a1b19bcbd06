package dev.sluice.fetcher.web;

import dev.sluice.store.StoredObject;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import okhttp3.MediaType;
import okhttp3.Response;

/** A server's last word on a picture. */
final class ImageAnswer {

    private static final int TOO_MANY_REQUESTS = 429;

    private static final Map<String, String> ENDINGS = Map.of(
            "jpeg", "jpg",
            "svg+xml", "svg",
            "x-icon", "ico",
            "vnd.microsoft.icon", "ico",
            "x-ms-bmp", "bmp",
            "pjpeg", "jpg",
            "x-png", "png");

    private final Response response;
    private final long largest;

    ImageAnswer(Response response, long largest) {
        this.response = response;
        this.largest = largest;
    }

    WebImage take(Function<InputStream, StoredObject> sink) throws UnansweredException {
        int status = response.code();
        if (status == 304) {
            return new WebImage.NotModified();
        }
        if (status == TOO_MANY_REQUESTS || status >= 500) {
            throw new UnansweredException("The server answers with HTTP " + status + ".");
        }
        if (status != 200) {
            return new WebImage.Refused("The server answers with HTTP " + status + ".");
        }
        MediaType type = response.body().contentType();
        if (type == null || !type.type().equals("image")) {
            return new WebImage.Refused("What the server gives is no picture.");
        }
        return response.body().contentLength() > largest ? tooLarge() : receive(ending(type), sink);
    }

    private WebImage receive(String ending, Function<InputStream, StoredObject> sink) {
        try {
            StoredObject file = sink.apply(new LimitedStream(response.body().byteStream(), largest));
            if (file.size() == 0) {
                return new WebImage.Refused("The server gives an empty picture.");
            }
            return new WebImage.Received(file, ending, response.header("ETag"), response.header("Last-Modified"));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof LimitedStream.TooLargeException) {
                return tooLarge();
            }
            throw e;
        }
    }

    private WebImage tooLarge() {
        return new WebImage.Refused("The picture is larger than " + largest + " bytes.");
    }

    private static String ending(MediaType type) {
        String subtype = type.subtype().toLowerCase(Locale.ROOT);
        String ending = ENDINGS.getOrDefault(subtype, subtype);
        return ending.matches("[a-z0-9]{1,8}") ? ending : "img";
    }
}
