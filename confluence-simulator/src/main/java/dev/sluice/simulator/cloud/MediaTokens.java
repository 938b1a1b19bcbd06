package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.site.AttachmentView;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses on the media host: each carries a signed token for one version of one attachment, and expires. */
final class MediaTokens {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER =
            ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    private static final SecretKeySpec KEY =
            new SecretKeySpec("media host of the simulator".getBytes(StandardCharsets.UTF_8), ALGORITHM);

    private final Supplier<String> mediaUrl;
    private final Supplier<Duration> lifetime;

    /** What a good token stands for. */
    record Grant(long attachmentId, int version) {}

    MediaTokens(Supplier<String> mediaUrl, Supplier<Duration> lifetime) {
        this.mediaUrl = mediaUrl;
        this.lifetime = lifetime;
    }

    String location(AttachmentView attachment) {
        long now = Instant.now().toEpochMilli();
        ObjectNode claims = Json.object()
                .put("iss", "simulator")
                .put("sub", attachment.id())
                .put("version", attachment.version())
                .put("nbf", now / 1000)
                .put("exp", (now + lifetime.get().toMillis()) / 1000.0);
        String content = HEADER + "." + ENCODER.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        return mediaUrl.get() + "/file/" + attachment.fileId() + "/binary?token=" + content + "." + signature(content);
    }

    /** What a token grants; empty when it is forged, broken or expired. */
    Optional<Grant> check(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !same(signature(token.substring(0, dot)), token.substring(dot + 1))) {
            return Optional.empty();
        }
        String claims = List.of(token.split("\\.", -1)).get(1);
        ObjectNode json = Json.parseObject(DECODER.decode(claims));
        boolean fresh = Instant.now().toEpochMilli() < json.path("exp").asDouble() * 1000;
        return fresh
                ? Optional.of(new Grant(
                        json.path("sub").asLong(), json.path("version").asInt()))
                : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            return ENCODER.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }
}
