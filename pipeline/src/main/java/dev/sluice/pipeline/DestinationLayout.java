package dev.sluice.pipeline;

import java.nio.charset.StandardCharsets;

/** Where Sluice keeps its own files in a destination. Each prefix has one writer. */
public final class DestinationLayout {

    /** Everything of ours lies below here. */
    public static final String HOME = ".sluice/";

    /** The snapshot; written by the detector. */
    public static final String SNAPSHOT = HOME + "manifest.json";

    /** Macros that the renderer does not know, and where; written by the detector. */
    public static final String MACROS = HOME + "macros.json";

    /** Links that lead nowhere, one a line; written by the detector. */
    public static final String BROKEN_LINKS = HOME + "links.jsonl";

    /** Which export lives here; written by the planner before anything else. */
    public static final String EXPORT = HOME + "export.json";

    private DestinationLayout() {}

    /** The storage body of a page, as last fetched; written by the fetcher. */
    public static String rawBody(ResourceKey page) {
        String id = page.id();
        String shard = id.length() < 2 ? "0" + id : id.substring(id.length() - 2);
        return HOME + "raw/" + page.kind().word() + "/" + shard + "/" + id + ".xml";
    }

    /** Where the file of an image lies that is no attachment, but for its ending; written by the renderer. */
    public static String image(ResourceKey image) {
        return "_images/" + image.id();
    }

    /** Who is behind an account id or user key; written by the fetcher. */
    public static String person(String id) {
        String name = Digests.sha256(id.getBytes(StandardCharsets.UTF_8));
        return HOME + "people/" + name.substring(0, 2) + "/" + name.substring(2, 34) + ".json";
    }

    /** Bytes on their way to the output tree; written by the fetcher. */
    public static String staging(RunId run) {
        return HOME + "staging/" + run + "/";
    }

    /** The catalog of a run, a file per space; written by the planner. */
    public static String catalog(RunId run) {
        return HOME + "catalog/" + run + "/";
    }

    /** The comments on the pages of a run, those of many pages in one object; written by the planner. */
    public static String comments(RunId run, int number) {
        return catalog(run) + "comments-" + number + ".jsonl";
    }

    /** The report of a run; written by the planner. */
    public static String report(RunId run) {
        return HOME + "runs/" + run + ".json";
    }
}
