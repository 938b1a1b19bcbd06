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
        for (int hops = 0; hops <= Download.MAX_REDIRECTS; hops++) {
            Transfer transfer = send(uri, rest);
            if (!transfer.answer().isRedirect()) {
                return transfer;
            }
            try (transfer) {
                uri = download.target(transfer.answer());
            }
        }
        throw download.redirectedTooOften();
    }

    private Transfer send(URI uri, @Nullable Rest rest) throws TransientFailure {
        boolean ownSite = Uris.sameOrigin(uri, first);
        RequestGate.Permit permit = ownSite ? gate.enter() : gate.enterMedia();
        boolean sent = false;
        try {
            Answer answer = wire.send(uri, rest == null ? Map.of() : rest.headers());
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
