package dev.sluice.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names under which pages refer to resources, in one textual form. */
public final class ReferenceToken {

    /** Stands for the references of a page of which they are not known: answered with nothing until something moves. */
    public static final String UNKNOWN = "unknown:";

    private static final String LABEL = "label:";

    private ReferenceToken() {}

    public static String pageId(String id) {
        return "id:" + id;
    }

    public static String title(String spaceKey, String title) {
        return "title:" + spaceKey + "/" + StorableText.of(title);
    }

    /** A blog post; its title is unique within its space and day. */
    public static String blogPost(String spaceKey, LocalDate day, String title) {
        return "blog:" + spaceKey + "/" + day + "/" + StorableText.of(title);
    }

    public static String file(ResourceKey container, String fileName) {
        return "file:" + container.id() + "/" + StorableText.of(fileName);
    }

    /** The pages right below a page; answered with a {@link MemberDigest}. */
    public static String children(String pageId) {
        return "children:" + pageId;
    }

    /** The files attached to a page; answered with a {@link MemberDigest}. */
    public static String files(String pageId) {
        return "files:" + pageId;
    }

    /** The page of a title, where it matters which one that is and not only where it lies; answered with a {@link MemberDigest}. */
    public static String titled(String spaceKey, String title) {
        return "titled:" + spaceKey + "/" + StorableText.of(title);
    }

    /** The storage body of a page, shown within another; answered with its SHA-256. */
    public static String body(ResourceKey page) {
        return "body:" + page;
    }

    /** An image that is no attachment; answered by the manifest, since no listing has it. */
    public static String image(ResourceKey image) {
        return image.toString();
    }

    /** The pages with a label, of one space or, with null, of all; answered with a {@link MemberDigest}. */
    public static String labelled(String label, @Nullable String spaceKey) {
        return LABEL + (spaceKey == null ? "" : spaceKey) + "/" + StorableText.of(label);
    }

    /** What the resource belongs to, so that it changes the {@link MemberDigest} of each. */
    public static List<String> memberships(Resource resource) {
        return switch (resource) {
            case PageResource page -> memberships(page);
            case AttachmentResource file -> List.of(files(file.container().id()));
            case ImageResource ignored -> List.of();
        };
    }

    private static List<String> memberships(PageResource page) {
        List<String> all = new ArrayList<>(2);
        if (page.posted() == null) {
            all.add(titled(page.spaceKey(), page.title()));
        }
        if (page.parent() != null) {
            all.add(children(page.parent().id()));
        }
        for (String label : page.labels()) {
            all.add(labelled(label, null));
            all.add(labelled(label, page.spaceKey()));
        }
        return all;
    }

    public static String spaceHome(String spaceKey) {
        return "space:" + spaceKey;
    }

    /** Every name that the resource answers to. */
    public static List<String> of(Resource resource) {
        List<String> names = new ArrayList<>(2);
        switch (resource) {
            case PageResource page -> {
                names.add(pageId(page.key().id()));
                LocalDate day = page.posted();
                names.add(
                        day == null
                                ? title(page.spaceKey(), page.title())
                                : blogPost(page.spaceKey(), day, page.title()));
            }
            case AttachmentResource file -> names.add(file(file.container(), file.fileName()));
            case ImageResource image -> names.add(image(image.key()));
        }
        return names;
    }
}
