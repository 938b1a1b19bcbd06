package dev.sluice.fetcher.web;

import java.net.UnknownHostException;

/** A host is at an address that is not of the internet. */
final class PrivateAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    PrivateAddressException(String host) {
        super("The host %s is at a private address; name it in fetcher.images.trusted-hosts to allow it."
                .formatted(host));
    }
}
