package dev.sluice.store;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The names of all objects below a prefix, in their order; a listing that breaks off goes on where it was. */
final class S3Listing implements Iterator<String> {

    private final MinioClient client;
    private final S3Failures failures;
    private final String bucket;
    private final String prefix;
    private @Nullable Iterator<Result<Item>> items;
    private @Nullable String last;
    private @Nullable String next;
    private boolean looked;

    S3Listing(MinioClient client, S3Failures failures, String bucket, String prefix) {
        this.client = client;
        this.failures = failures;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            next = failures.find("list " + prefix, this::look).orElse(null);
            looked = true;
        }
        return next != null;
    }

    @Override
    public String next() {
        String name = hasNext() ? next : null;
        if (name == null) {
            throw new NoSuchElementException();
        }
        last = name;
        looked = false;
        return name;
    }

    private @Nullable String look() throws Exception {
        Iterator<Result<Item>> open = items == null ? open() : items;
        // after a failure it gives nothing more
        items = null;
        String found = open.hasNext() ? open.next().get().objectName() : null;
        items = open;
        return found;
    }

    private Iterator<Result<Item>> open() {
        ListObjectsArgs.Builder wanted =
                ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true);
        if (last != null) {
            wanted.startAfter(last);
        }
        return client.listObjects(wanted.build()).iterator();
    }
}
