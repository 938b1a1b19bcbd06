package dev.sluice.confluence.limit;

import java.time.Duration;

/** What is agreed about one site among all who ask it through this limit: the pace, and pauses. Thread-safe. */
public interface SiteLimit {

    /** Requests a second that are allowed; zero when that is not limited. */
    double requestsPerSecond();

    /**
     * Takes so many requests out of the site's allowance, on credit when it is empty.
     *
     * @return how long until all of them may have been sent
     * @throws LimitUnavailableException when nobody can tell now; nothing is taken then
     */
    Duration take(int requests);

    /** The pause that is in force or was last; may be half a second behind what others have said. */
    Pause pause();

    /** What is agreed about another host that the site's downloads come from: pauses, apart from the site's, and no pace. */
    SiteLimit elsewhere(String host);

    /** Nobody is to ask until then. A pause that lasts longer already stays in force. */
    void pause(Pause wanted);
}
