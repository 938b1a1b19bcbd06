package dev.sluice.systemtests.topology;

import java.nio.file.attribute.FileTime;
import java.util.Map;

/** The destination of an export. */
public interface Copy {

    /** Exports, or brings up to date, and waits for the end. What is gone from Confluence is removed. */
    RunFigures sync();

    /** What is there now. */
    OutputTree tree();

    /** When each file outside Sluice's own folder was last written; empty where the destination does not tell. */
    Map<String, FileTime> writtenAt();
}
