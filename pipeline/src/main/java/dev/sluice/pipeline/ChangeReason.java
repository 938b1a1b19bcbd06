package dev.sluice.pipeline;

/** Why a resource is looked at again. */
public enum ChangeReason {
    /** The manifest does not know it. */
    NEW,
    /** It was gone and is back. */
    RESTORED,
    /** Another version, version time or file. */
    VERSION,
    /** The same version at another path or with another title, parent, space or status. */
    MOVED,
    /** The renderer or its options changed. */
    FORMAT,
    /** Something it links to or shows moved, appeared or vanished. */
    LINKS
}
