package dev.sluice.cli.state;

import dev.sluice.planner.path.PathTemplates;
import java.util.Map;

/** State files that Sluice reads and writes, and how those tools lay out their files. */
public enum StateFormat {
    /** The state of confluence-markdown-exporter, as its design of incremental sync has it. */
    CME("cme", ".cme-state.json", true),
    /** The manifest of confluence-dl. */
    CONFLUENCE_DL("confluence-dl", ".confluence-dl/sync-manifest.json", false),
    /** The lock file of confluence-markdown-exporter. */
    CME_LOCK("cme-lock", "confluence-lock.json", true);

    private static final Map<String, String> LAYOUT_OF_CME = Map.of(
            PathTemplates.PAGE,
            "{space_name}/{homepage_title}/{ancestor_titles}/{page_title}.md",
            PathTemplates.ATTACHMENT,
            "{space_name}/attachments/{attachment_file_id}{attachment_extension}");

    private final String word;
    private final String file;
    private final boolean cme;

    StateFormat(String word, String file, boolean cme) {
        this.word = word;
        this.file = file;
        this.cme = cme;
    }

    /** Where the tool keeps it, relative to the export. */
    public String file() {
        return file;
    }

    /** How the tool lays out files unless it is told otherwise, in templates; empty when as Sluice does. */
    Map<String, String> layout() {
        return cme ? LAYOUT_OF_CME : Map.of();
    }

    StateFile state() {
        return switch (this) {
            case CME -> new CmeState();
            case CONFLUENCE_DL -> new DownloaderManifest();
            case CME_LOCK -> new LockFile();
        };
    }

    /** As it is called on the command line. */
    @Override
    public String toString() {
        return word;
    }
}
