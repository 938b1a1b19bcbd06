package dev.sluice.simulator;

/** Which Confluence is simulated. */
public enum Mode {
    /** Cloud: REST v2 under {@code /wiki}, binaries on a media host of their own. */
    CLOUD("/wiki"),
    /** Data Center: REST v1 under a context path, binaries from the node itself. */
    DATA_CENTER("/confluence");

    private final String contextPath;

    Mode(String contextPath) {
        this.contextPath = contextPath;
    }

    /** The first path segment of every address of the site, with its leading slash. */
    public String contextPath() {
        return contextPath;
    }
}
