package dev.sluice.detector.closing;

import dev.sluice.detector.Scene;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A site that changes at random: pages in folders, with links to each other, and files. Paths are unique. */
final class ModelSite {

    private static final int TITLES = 12;

    private final Random random;
    private final Map<String, PageResource> pages = new TreeMap<>();
    private final Map<String, AttachmentResource> files = new TreeMap<>();
    private final Map<String, List<String>> links = new TreeMap<>();
    private final List<PageResource> deleted = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private int clock;
    private int nextId = 1;

    ModelSite(Random random) {
        this.random = random;
    }

    /** Everything that a listing shows. */
    Resource[] listing() {
        List<Resource> all = new ArrayList<>(pages.values());
        all.addAll(files.values());
        return all.toArray(Resource[]::new);
    }

    /** What the page refers to, in its present version. */
    List<String> links(String pageId) {
        return links.getOrDefault(pageId, List.of());
    }

    /** Listed, but refused when it is fetched. */
    boolean isHidden(Resource resource) {
        return hidden.contains(resource.key().toString());
    }

    /** One change; its name. */
    String change() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> create();
            case 2 -> edit(random.nextBoolean() ? 1 : -1);
            case 3 -> rename("T" + random.nextInt(TITLES));
            case 4 -> recase();
            case 5 -> move();
            case 6 -> swap();
            case 7 -> delete();
            case 8 -> restore();
            case 9 -> hide();
            case 10 -> attach();
            default -> changeFile();
        };
    }

    private String create() {
        String id = "" + nextId++;
        put(page(id, "T" + random.nextInt(TITLES), random.nextInt(3), 1));
        relink(id);
        return "create " + id;
    }

    private String edit(int step) {
        return some("edit", page -> {
            put(page.at(version(Math.max(1, page.version().number() + step))));
            relink(page.key().id());
        });
    }

    private String rename(String title) {
        return some(
                "rename",
                page -> put(page(
                        page.key().id(), title, folder(page), page.version().number() + 1)));
    }

    /** Only the case of the name changes. */
    private String recase() {
        return some("recase", page -> {
            String title = page.title().equals(page.title().toLowerCase(Locale.ROOT))
                    ? page.title().toUpperCase(Locale.ROOT)
                    : page.title().toLowerCase(Locale.ROOT);
            put(page(page.key().id(), title, folder(page), page.version().number() + 1));
        });
    }

    /** Another path in the same version. */
    private String move() {
        return some("move", page -> put(at(page, page.title(), random.nextInt(3))));
    }

    private String swap() {
        return some(
                "swap",
                one -> some("", other -> {
                    pages.remove(other.key().id());
                    put(at(one, other.title(), folder(other)));
                    put(at(other, one.title(), folder(one)));
                }));
    }

    private String delete() {
        return some("delete", page -> {
            pages.remove(page.key().id());
            files.values().removeIf(file -> file.container().equals(page.key()));
            deleted.add(page);
        });
    }

    private String restore() {
        if (!deleted.isEmpty()) {
            PageResource page = deleted.remove(random.nextInt(deleted.size()));
            put(at(page, page.title(), folder(page)));
            return "restore " + page.key();
        }
        return "restore nothing";
    }

    private String hide() {
        if (!hidden.isEmpty() && random.nextBoolean()) {
            hidden.clear();
            return "show";
        }
        return some("hide", page -> {
            put(page.at(version(page.version().number() + 1)));
            hidden.add(page.key().toString());
        });
    }

    private String attach() {
        return some("attach", page -> {
            AttachmentResource file = file(page.key().id(), "a" + nextId++, "f1", random.nextInt(4));
            files.put(file.key().id(), file);
        });
    }

    private String changeFile() {
        List<AttachmentResource> all = List.copyOf(files.values());
        if (all.isEmpty()) {
            return "no file";
        }
        AttachmentResource file = all.get(random.nextInt(all.size()));
        if (random.nextInt(3) == 0) {
            files.remove(file.key().id());
            return "detach " + file.key();
        }
        String fileId = random.nextBoolean() ? file.fileId() : "f" + ++clock;
        AttachmentResource changed = file(file.container().id(), file.attachmentId(), fileId, random.nextInt(4));
        files.put(file.key().id(), changed);
        return "change " + file.key();
    }

    private interface PageChange {
        void on(PageResource page);
    }

    private String some(String name, PageChange change) {
        List<PageResource> all = List.copyOf(pages.values());
        if (all.isEmpty()) {
            return name + " nothing";
        }
        PageResource page = all.get(random.nextInt(all.size()));
        change.on(page);
        return name + " " + page.key();
    }

    private void relink(String id) {
        List<String> tokens = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tokens.add(
                    random.nextBoolean()
                            ? ReferenceToken.pageId("" + (1 + random.nextInt(nextId)))
                            : ReferenceToken.title("ENG", "T" + random.nextInt(TITLES)));
        }
        links.put(id, tokens.stream().distinct().toList());
    }

    private void put(PageResource page) {
        pages.put(page.key().id(), page);
    }

    private ResourceVersion version(int number) {
        return new ResourceVersion(number, Scene.NOON.plusSeconds(++clock));
    }

    private PageResource page(String id, String title, int folder, int number) {
        PageResource plain = Scene.page(id, title).at(version(number));
        return at(plain, title, folder);
    }

    /** The page with this title in this folder; like in Confluence, no two pages have the same title, in any case. */
    private PageResource at(PageResource page, String title, int folder) {
        String free = title;
        while (isTaken(free, page)) {
            free += "-" + page.key().id();
        }
        return Scene.page(page.key().id(), free, "ENG/%d/%s.md".formatted(folder, free))
                .at(page.version());
    }

    private boolean isTaken(String title, PageResource byAnotherThan) {
        return pages.values().stream()
                .anyMatch(other -> !other.key().equals(byAnotherThan.key())
                        && other.title().equalsIgnoreCase(title));
    }

    private static int folder(PageResource page) {
        return page.path().charAt(4) - '0';
    }

    private static AttachmentResource file(String pageId, String id, String fileId, int name) {
        AttachmentResource plain = Scene.attachment(pageId, id, "n" + name + "-" + id + ".png");
        return new AttachmentResource(
                ResourceKey.attachment(pageId, id),
                plain.container(),
                plain.spaceKey(),
                plain.fileName(),
                plain.mediaType(),
                fileId,
                plain.size(),
                plain.downloadLink(),
                plain.version(),
                plain.path(),
                null);
    }
}
