package dev.sluice.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names under which pages refer to resources, in one textual form. */
public final class ReferenceToken {

    /** Stands for the references of a page of which they are not known: answered with nothing until something moves. */
    public static final String UNKNOWN = "unknown:";

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

    /** The storage body of a page, shown within another; answered with its SHA-256. */
    public static String body(ResourceKey page) {
        return "body:" + page;
    }

    /** An image that is no attachment; answered by the manifest, since no listing has it. */
    public static String image(ResourceKey image) {
        return image.toString();
    }

    /** What the resource belongs to, so that it changes its {@link MemberDigest}; empty for a page at the top. */
    public static Optional<String> membership(Resource resource) {
        return switch (resource) {
            case PageResource page -> Optional.ofNullable(page.parent()).map(parent -> children(parent.id()));
            case AttachmentResource file -> Optional.of(files(file.container().id()));
            case ImageResource ignored -> Optional.empty();
        };
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
