package dev.sluice.systemtests.topology;

/** One of the two ways to run Sluice. */
public interface Topology {

    /** An empty destination for an export of the site's space ENG. */
    Copy newCopy(TestSite site);
}
