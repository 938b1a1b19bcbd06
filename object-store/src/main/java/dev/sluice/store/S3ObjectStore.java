package dev.sluice.store;

import dev.sluice.store.S3Failures.Call;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.Directive;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.ObjectWriteArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Objects in an S3 bucket, below a prefix. Small objects go up in one request and carry their SHA-256 as user metadata;
 * larger ones go up in parts, with at most three parts in memory. Each request bears a checksum of what it carries, which
 * the server compares.
 */
public final class S3ObjectStore implements ObjectStore {

    /** The least that S3 allows; 10,000 parts make 50 GB. */
    static final int PART_SIZE = 5 * 1024 * 1024;

    static final String SHA256_METADATA = "sluice-sha256";

    private static final int MAX_CONCURRENT_REQUESTS = 64;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration TRANSFER_TIMEOUT = Duration.ofMinutes(2);

    private final MinioClient client;
    private final String bucket;
    private final String prefix;
    private final S3Failures failures;
    private final S3Rules rules;

    private S3ObjectStore(MinioClient client, String bucket, String prefix, S3Settings settings) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.failures = new S3Failures(settings.endpoint(), bucket, Patience.of(settings.patience()));
        this.rules = settings.rules();
    }

    /** @param prefix empty, or ending with a slash */
    static S3ObjectStore open(String bucket, String prefix, S3Settings settings) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(MAX_CONCURRENT_REQUESTS);
        dispatcher.setMaxRequestsPerHost(MAX_CONCURRENT_REQUESTS);
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(TRANSFER_TIMEOUT)
                .writeTimeout(TRANSFER_TIMEOUT)
                .build();
        MinioClient client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentialsProvider(settings.keys().provider())
                .httpClient(http, true)
                .build();
        return new S3ObjectStore(client, bucket, prefix, settings);
    }

    @Override
    public StoredObject put(String key, InputStream bytes) {
        ObjectKeys.requireSafe(key);
        CountedSource source = new CountedSource(bytes);
        try {
            byte[] start = source.readNBytes(PART_SIZE);
            if (start.length < PART_SIZE) {
                return putWhole(key, start, source);
            }
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(start), source);
            failures.runOnce(
                    "write " + key,
                    () -> client.putObject(written(PutObjectArgs.builder(), key).stream(all, -1, PART_SIZE)
                            .contentType(MediaTypes.of(key))
                            .build()));
            return source.stored(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StoreException e) {
            IOException broken = source.failure();
            throw broken == null ? e : new UncheckedIOException(broken);
        }
    }

    private StoredObject putWhole(String key, byte[] bytes, CountedSource source) {
        StoredObject stored = source.stored(key);
        failures.run("write " + key, () -> client.putObject(whole(key, bytes, stored.sha256(), Map.of())));
        return stored;
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) {
        PutObjectArgs ifAbsent = whole(key, bytes, Sha256.of(bytes), Map.of("If-None-Match", "*"));
        return failures.unlessPresent("write " + key, () -> client.putObject(ifAbsent));
    }

    private PutObjectArgs whole(String key, byte[] bytes, String sha256, Map<String, String> headers) {
        return written(PutObjectArgs.builder(), key)
                .headers(headers)
                .userMetadata(Map.of(SHA256_METADATA, sha256))
                .stream(new ByteArrayInputStream(bytes), bytes.length, -1)
                .contentType(MediaTypes.of(key))
                .build();
    }

    /** A request that writes the object, with what the rules ask for. */
    private <B extends ObjectWriteArgs.Builder<B, A>, A extends ObjectWriteArgs> B written(B request, String key) {
        request.bucket(bucket).object(name(key));
        boolean temporary = rules.isTemporary(key);
        if (temporary && rules.tagsTemporary()) {
            request.tags(S3Rules.TEMPORARY_TAG);
        }
        ObjectLock lock = rules.lock();
        if (!temporary && lock != null) {
            request.retention(lock.from(InstantSource.system()));
        }
        return request;
    }

    @Override
    public Optional<InputStream> open(String key) {
        GetObjectArgs wanted =
                GetObjectArgs.builder().bucket(bucket).object(name(key)).build();
        return failures.find("read " + key, () -> client.getObject(wanted))
                .map(bytes -> new S3Reading(client, failures, wanted, bytes));
    }

    @Override
    public Optional<Long> size(String key) {
        return stat(key).map(StatObjectResponse::size);
    }

    @Override
    public Optional<String> sha256(String key) {
        Optional<StatObjectResponse> stat = stat(key);
        if (stat.isEmpty()) {
            return Optional.empty();
        }
        String remembered = stat.get().userMetadata().get(SHA256_METADATA);
        return remembered == null ? ObjectStore.super.sha256(key) : Optional.of(remembered);
    }

    @Override
    public boolean move(String from, String to) {
        if (!copy(from, to)) {
            return false;
        }
        if (!from.equals(to)) {
            remove(from);
        }
        return true;
    }

    @Override
    public boolean copy(String from, String to) {
        ObjectKeys.requireSafe(to);
        Optional<StatObjectResponse> found = stat(from);
        if (found.isEmpty() || from.equals(to)) {
            return found.isPresent();
        }
        CopyObjectArgs copy = copy(from, to, found.get());
        return failures.find("copy " + from + " to " + to, () -> client.copyObject(copy))
                .isPresent();
    }

    /** The original's metadata, but the media type of the new name; no tags. */
    private CopyObjectArgs copy(String from, String to, StatObjectResponse original) {
        CopyObjectArgs.Builder copy = written(CopyObjectArgs.builder(), to)
                .source(CopySource.builder().bucket(bucket).object(name(from)).build());
        if (!MediaTypes.of(to).equals(original.contentType())) {
            copy.metadataDirective(Directive.REPLACE)
                    .headers(Map.of("Content-Type", MediaTypes.of(to)))
                    .userMetadata(original.userMetadata());
        }
        if (rules.tagsTemporary()) {
            copy.taggingDirective(Directive.REPLACE);
        }
        return copy.build();
    }

    @Override
    public boolean delete(String key) {
        if (stat(key).isEmpty()) {
            return false;
        }
        remove(key);
        return true;
    }

    @Override
    public Stream<String> list(String keyPrefix) {
        Iterable<String> names = () -> new S3Listing(client, failures, bucket, prefix + keyPrefix);
        return StreamSupport.stream(names.spliterator(), false).map(name -> name.substring(prefix.length()));
    }

    @Override
    public void close() {
        failures.run("close the connection", () -> {
            client.close();
            return bucket;
        });
    }

    private void remove(String key) {
        String name = name(key);
        failures.run("delete " + key, () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(name).build());
            return name;
        });
    }

    private Optional<StatObjectResponse> stat(String key) {
        String name = name(key);
        Call<StatObjectResponse> call = () -> client.statObject(
                StatObjectArgs.builder().bucket(bucket).object(name).build());
        return failures.find("look up " + key, call);
    }

    private String name(String key) {
        return prefix + ObjectKeys.requireSafe(key);
    }
}
