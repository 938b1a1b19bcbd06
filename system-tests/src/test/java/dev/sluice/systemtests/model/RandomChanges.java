package dev.sluice.systemtests.model;

import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatedPage;
import dev.sluice.simulator.SimulatedSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What people do to a site, at random: every change of which Confluence makes a version, and every one of which it does
 * not. The same numbers make the same changes of the same site. What the site refuses is no change.
 */
public final class RandomChanges {

    private static final int FEWEST_PAGES = 30;
    private static final int MOST_PAGES = 75;

    private final SimulatedConfluence confluence;
    private final SimulatedSite site;
    private final boolean details;
    private final Set<String> homes;
    private final List<String> trash = new ArrayList<>();
    private final List<String> restricted = new ArrayList<>();
    private Random random = new Random(0);
    private Titles titles = new Titles(random);

    /** {@code details}: whether labels, comments, blog posts and folders change as well. */
    public RandomChanges(SimulatedConfluence confluence, boolean details) {
        this.confluence = confluence;
        this.details = details;
        this.site = confluence.site();
        this.homes = site.spaceKeys().stream()
                .map(key -> site.pageIds(key).getFirst())
                .collect(Collectors.toSet());
    }

    /** Goes on with these numbers. */
    public void continueWith(Random numbers) {
        random = numbers;
        titles = new Titles(numbers);
    }

    /** Makes one change, and names it. */
    public String change() {
        List<String> pages = pages();
        if (pages.size() > MOST_PAGES) {
            return onPage("trash", this::trash);
        }
        if (pages.size() < FEWEST_PAGES) {
            return restricted.isEmpty() ? create() : unrestrict();
        }
        if (details && random.nextInt(4) == 0) {
            return changeDetails();
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> changeBody();
            case 2, 3 -> changeTitle();
            case 4, 5 -> changePlace();
            case 6 -> comeOrGo();
            case 7 -> changeSight();
            case 8 -> files().change();
            default -> random.nextBoolean() ? comeOrGo() : files().change();
        };
    }

    private String changeBody() {
        return switch (random.nextInt(9)) {
            case 0 -> onPage("append", page -> site.appendToPage(page.id(), "More, " + random.nextInt(1000)));
            case 1, 2, 3 -> onPage("edit", page -> site.editPage(page.id(), body()));
            case 4 -> onPage("save unchanged", page -> site.identicalPut(page.id()));
            case 5 -> onPage("restore version 1", page -> site.restoreVersion(page.id(), 1));
            case 6 -> onPage("delete a version", page -> site.deleteHistoricalVersion(page.id()));
            case 7 ->
                onPage("edit and delete a version", page -> {
                    site.editPage(page.id(), body());
                    site.deleteHistoricalVersion(page.id());
                });
            default -> onPage("inline comment", page -> site.addInlineComment(page.id()));
        };
    }

    private String changeTitle() {
        return switch (random.nextInt(6)) {
            case 0 -> onPage("recase", page -> site.renamePage(page.id(), titles.recased(page.title())));
            case 1 -> onPages("swap titles", this::swapTitles);
            case 2 -> onPages("take the title of", this::takeTitle);
            default -> {
                String title = titles.title();
                yield onPage("rename to '" + title + "'", page -> site.renamePage(page.id(), title));
            }
        };
    }

    private void swapTitles(SimulatedPage one, SimulatedPage other) {
        site.renamePage(one.id(), "between two titles " + random.nextInt());
        site.renamePage(other.id(), one.title());
        site.renamePage(one.id(), other.title());
    }

    private void takeTitle(SimulatedPage one, SimulatedPage other) {
        site.renamePage(other.id(), "was " + other.id() + " " + random.nextInt(100));
        site.renamePage(one.id(), other.title());
    }

    private String changePlace() {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> onPages("move below", (one, other) -> site.movePage(one.id(), other.id()));
            case 3 -> onPages("move by put below", (one, other) -> site.movePageByPut(one.id(), other.id()));
            case 4 -> onPage("make last", page -> site.movePage(page.id(), parentOf(page)));
            case 5 -> onPages("swap places", this::swapPlaces);
            default -> onPages("move all children below", this::moveChildren);
        };
    }

    private void swapPlaces(SimulatedPage one, SimulatedPage other) {
        String place = parentOf(one);
        site.movePage(one.id(), parentOf(other));
        site.movePage(other.id(), place);
    }

    private void moveChildren(SimulatedPage from, SimulatedPage to) {
        for (String id : pages()) {
            if (from.id().equals(site.page(id).parentId()) && !id.equals(to.id())) {
                site.movePage(id, to.id());
            }
        }
    }

    private String comeOrGo() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> create();
            case 2 -> onPage("trash", this::trash);
            case 3 -> onPage("purge", page -> site.purgePage(notHome(page)));
            case 4, 5 -> restore();
            case 6 ->
                onPage("replace", page -> {
                    trash(page);
                    site.createPage(page.spaceKey(), page.parentId(), page.title(), body());
                });
            default ->
                onPage("trash and restore", page -> {
                    site.trashPage(notHome(page));
                    site.restorePage(page.id());
                });
        };
    }

    private String create() {
        String title = titles.title();
        return onPage("create '" + title + "' below", parent -> {
            boolean top = random.nextInt(8) == 0;
            String page = site.createPage(parent.spaceKey(), top ? null : parent.id(), title, body());
            if (random.nextBoolean()) {
                site.addAttachment(page, titles.fileName(), files().bytes());
            }
        });
    }

    private void trash(SimulatedPage page) {
        site.trashPage(notHome(page));
        trash.add(page.id());
    }

    private String restore() {
        if (trash.isEmpty()) {
            return "restore nothing";
        }
        String page = trash.remove(random.nextInt(trash.size()));
        return attempt("restore " + page, () -> site.restorePage(page));
    }

    private String changeSight() {
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                onPage("restrict", page -> {
                    site.restrictPage(page.id());
                    restricted.add(page.id());
                });
            case 2, 3, 4 -> unrestrict();
            case 5 -> onPage("archive", page -> site.archivePage(page.id()));
            case 6 -> onPage("unarchive", page -> site.unarchivePage(page.id()));
            default ->
                random.nextBoolean()
                        ? renameSpace()
                        : onPage("label", page -> site.addLabel(page.id(), "l" + random.nextInt(3)));
        };
    }

    private String renameSpace() {
        String key = site.spaceKeys().get(random.nextInt(site.spaceKeys().size()));
        return attempt("rename space " + key, () -> site.renameSpace(key, "Space " + random.nextInt(100)));
    }

    private String unrestrict() {
        if (restricted.isEmpty()) {
            return "unrestrict nothing";
        }
        String page = restricted.remove(random.nextInt(restricted.size()));
        return attempt("unrestrict " + page, () -> site.unrestrictPage(page));
    }

    private RandomFiles files() {
        return new RandomFiles(site, random, titles, pages());
    }

    private String changeDetails() {
        SimulatedPage page = somePage();
        try {
            return new RandomDetails(site, random, bodies(), titles).change(page);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            return "details of %s (refused: %s)".formatted(page.id(), refused.getMessage());
        }
    }

    private String body() {
        return bodies().body();
    }

    private Bodies bodies() {
        return new Bodies(random, confluence, pages());
    }

    /** Ids of all pages that visitors may see, in all spaces. */
    private List<String> pages() {
        return site.spaceKeys().stream()
                .flatMap(key -> site.pageIds(key).stream())
                .toList();
    }

    /** A space always keeps its home page. */
    private String notHome(SimulatedPage page) {
        if (homes.contains(page.id())) {
            throw new IllegalStateException("a home page stays");
        }
        return page.id();
    }

    private static String parentOf(SimulatedPage page) {
        String parent = page.parentId();
        if (parent == null) {
            throw new IllegalStateException("at the top");
        }
        return parent;
    }

    private String onPage(String name, Consumer<SimulatedPage> change) {
        SimulatedPage page = somePage();
        return attempt(name + " " + page.id(), () -> change.accept(page));
    }

    private String onPages(String name, BiConsumer<SimulatedPage, SimulatedPage> change) {
        SimulatedPage one = somePage();
        SimulatedPage other = somePage();
        return attempt("%s: %s, %s".formatted(name, one.id(), other.id()), () -> change.accept(one, other));
    }

    private SimulatedPage somePage() {
        List<String> pages = pages();
        return site.page(pages.get(random.nextInt(pages.size())));
    }

    /** What the site refuses, such as a title that is taken, is left undone. */
    static String attempt(String name, Runnable change) {
        try {
            change.run();
            return name;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            return name + " (refused)";
        }
    }
}
