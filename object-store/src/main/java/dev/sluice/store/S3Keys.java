package dev.sluice.store;

import io.minio.credentials.AwsEnvironmentProvider;
import io.minio.credentials.ChainedProvider;
import io.minio.credentials.IamAwsProvider;
import io.minio.credentials.Provider;
import io.minio.credentials.StaticProvider;

/** Who asks an S3 server. */
public sealed interface S3Keys {

    /** Somebody with a key of their own. */
    record Fixed(String accessKey, String secretKey) implements S3Keys {
        public Fixed {
            if (accessKey.isBlank() || secretKey.isBlank()) {
                throw new IllegalArgumentException("S3 needs an access key and a secret key; one is blank.");
            }
        }

        @Override
        public String toString() {
            return "S3Keys.Fixed";
        }
    }

    /**
     * The role that Amazon gives to the machine or the pod, or what the variables {@code AWS_ACCESS_KEY_ID} and {@code
     * AWS_SECRET_ACCESS_KEY} say. Its keys change; the client asks for new ones by itself.
     */
    record Aws() implements S3Keys {}

    /** Where the client gets the keys from. */
    default Provider provider() {
        return switch (this) {
            case Fixed fixed -> new StaticProvider(fixed.accessKey(), fixed.secretKey(), null);
            case Aws() -> new ChainedProvider(new AwsEnvironmentProvider(), new IamAwsProvider(null, null));
        };
    }
}
