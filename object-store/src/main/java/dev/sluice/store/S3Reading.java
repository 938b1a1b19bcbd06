package dev.sluice.store;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MinioClient;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one object; when the connection breaks, reading goes on where it was, as long as the object is the same. */
final class S3Reading extends InputStream {

    private static final int MOST_BREAKS_AT_ONE_PLACE = 5;

    private final MinioClient client;
    private final S3Failures failures;
    private final GetObjectArgs wanted;
    private GetObjectResponse open;
    private long position;
    private long brokenAt = -1;
    private int breaks;

    /** {@code open}: the answer to {@code wanted}. */
    S3Reading(MinioClient client, S3Failures failures, GetObjectArgs wanted, GetObjectResponse open) {
        this.client = client;
        this.failures = failures;
        this.wanted = wanted;
        this.open = open;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            try {
                int read = open.read(buffer, offset, length);
                position += Math.max(0, read);
                return read;
            } catch (IOException e) {
                resume(e);
            }
        }
    }

    private void resume(IOException broken) throws IOException {
        breaks = position == brokenAt ? breaks + 1 : 1;
        brokenAt = position;
        String version = open.headers().get("ETag");
        if (breaks > MOST_BREAKS_AT_ONE_PLACE || version == null) {
            throw broken;
        }
        open.close();
        GetObjectArgs rest = GetObjectArgs.builder()
                .bucket(wanted.bucket())
                .object(wanted.object())
                .offset(position)
                .matchETag(version)
                .build();
        try {
            open = failures.call("read the rest of " + wanted.object(), () -> client.getObject(rest));
        } catch (StoreException e) {
            broken.addSuppressed(e);
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
