package dev.sluice.pipeline;

/** Why a resource is looked at again. */
public enum ChangeReason {
    /** The manifest does not know it. */
    NEW,
    /** It was gone and is back. */
    RESTORED,
    /** Another version, version time or file. */
    VERSION,
    /** Confluence does not state its version: fetched to find out. */
    UNCONFIRMED,
    /** It was exported before the moment from which on everything is to be exported anew. */
    FORCED,
    /** Everything is downloaded, whatever the manifest says. */
    UNCONDITIONAL,
    /** The same version at another path. */
    MOVED,
    /** The same version at the same path, but with another title, parent or status. */
    METADATA,
    /** The same version at the same path, but with other labels, comments or names of its authors. */
    DETAILS,
    /** The renderer or its options changed. */
    FORMAT,
    /** Something it links to or shows moved, appeared or vanished. */
    LINKS,
    /** Its file is missing, or not as it was exported. */
    REPAIR;

    /** Whether it is downloaded, unless held bytes turn out to be damaged; otherwise it is made anew from what is held. */
    public boolean downloads() {
        return switch (this) {
            case NEW, RESTORED, VERSION, UNCONFIRMED, FORCED, UNCONDITIONAL, REPAIR -> true;
            case MOVED, METADATA, DETAILS, FORMAT, LINKS -> false;
        };
    }
}
