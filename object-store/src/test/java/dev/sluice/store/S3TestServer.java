package dev.sluice.store;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** An S3 server in this process, on a free loopback port, that keeps its objects in memory. */
public final class S3TestServer implements AutoCloseable {

    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret-key";

    private final BlobStoreContext objects;
    private final S3Proxy proxy;
    private final S3Settings settings;

    private S3TestServer(BlobStoreContext objects, S3Proxy proxy) {
        this.objects = objects;
        this.proxy = proxy;
        this.settings =
                S3Settings.of(URI.create("http://127.0.0.1:" + proxy.getPort()), "us-east-1", ACCESS_KEY, SECRET_KEY);
    }

    /** Starts a server without buckets; it answers when this returns. */
    public static S3TestServer start() throws Exception {
        BlobStoreContext objects = ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
                .credentials("unused", "unused")
                .build(BlobStoreContext.class);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(objects.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        proxy.start();
        return new S3TestServer(objects, proxy);
    }

    /** How to reach this server. */
    public S3Settings settings() {
        return settings;
    }

    /** Makes a bucket and returns its address. */
    @SuppressWarnings("try") // the client declares that closing can fail in any way
    public URI createBucket(String name) throws Exception {
        try (MinioClient client = client()) {
            client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
        }
        return URI.create("s3://" + name);
    }

    /** A client of this server that may do everything; to be closed. */
    MinioClient client() {
        return MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build();
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 test server does not stop", e);
        }
        objects.close();
    }
}
