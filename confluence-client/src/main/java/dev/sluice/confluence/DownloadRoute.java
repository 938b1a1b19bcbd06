package dev.sluice.confluence;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to the bytes of an attachment: from the site, along the redirects that it gives, wherever they lead. */
final class DownloadRoute {

    private final URI first;
    private final RequestGate gate;
    private final Wire wire;

    DownloadRoute(URI first, RequestGate gate, Wire wire) {
        this.first = first;
        this.gate = gate;
        this.wire = wire;
    }

    /** The last answer of the way; {@code rest}: null for the whole file. To be closed. */
    Transfer follow(Download<?> download, @Nullable Rest rest) throws TransientFailure {
        URI uri = first;
        gate.awaitMedia();
        for (int hops = 0; hops <= Download.MAX_REDIRECTS; hops++) {
            Transfer transfer = send(uri, download.headers(rest), rest != null);
            if (!transfer.answer().isRedirect()) {
                return transfer;
            }
            try (transfer) {
                uri = download.target(transfer.answer());
            }
        }
        throw download.redirectedTooOften();
    }

    /** Another host is not asked whether it has something new: it did not say what is held. */
    private Transfer send(URI uri, Map<String, String> headers, boolean anyHost) throws TransientFailure {
        boolean ownSite = Uris.sameOrigin(uri, first);
        RequestGate.Permit permit = ownSite ? gate.enter() : gate.enterMedia(Uris.origin(uri));
        boolean sent = false;
        try {
            Answer answer = wire.send(uri, ownSite || anyHost ? headers : Map.of());
            permit.answered(answer);
            sent = true;
            return new Transfer(answer, permit, ownSite);
        } finally {
            if (!sent) {
                permit.close();
            }
        }
    }
}
