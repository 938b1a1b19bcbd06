package dev.sluice.cli.render;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.LinkTarget;
import dev.sluice.markdown.PagePlaces;
import dev.sluice.markdown.StoragePage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the references of one page from the folder it lies in: titles are file names, attachments lie near the page. */
final class FolderLinks implements LinkResolver {

    private final StorageFolder folder;
    private final StorageFile page;
    private final Function<StoragePage, PagePlaces> reader;
    private final Map<String, Optional<PagePlaces>> places = new HashMap<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();

    /** {@code reader} finds the headings of other pages. */
    FolderLinks(StorageFolder folder, StorageFile page, Function<StoragePage, PagePlaces> reader) {
        this.folder = folder;
        this.page = page;
        this.reader = reader;
    }

    /** Attachments that are there; paths relative to the folder. */
    Set<String> files() {
        return files;
    }

    /** Attachments that are not there, in words. */
    List<String> missing() {
        return missing;
    }

    /** The space does not matter: a folder does not say which one it is. */
    @Override
    public LinkTarget pageByTitle(String spaceKey, String title) {
        return target(folder.find(title, page));
    }

    @Override
    public LinkTarget pageById(String id) {
        return target(folder.find(id, page));
    }

    @Override
    public LinkTarget blogPost(String spaceKey, String title, String postingDay) {
        return target(folder.find(title, page));
    }

    @Override
    public LinkTarget attachment(String fileName) {
        return new LinkTarget.InExport(attached(page, fileName));
    }

    /** A file of a page that is not there may be the page's own: its title is not that of the file when that is an id. */
    @Override
    public LinkTarget attachmentOf(String spaceKey, String pageTitle, String fileName) {
        return new LinkTarget.InExport(attached(folder.find(pageTitle, page).orElse(page), fileName));
    }

    @Override
    public LinkTarget space(String spaceKey) {
        return new LinkTarget.Broken();
    }

    @Override
    public LinkTarget url(String url) {
        return new LinkTarget.OutOfExport(url);
    }

    @Override
    public Optional<String> userName(@Nullable String accountId, @Nullable String userKey, @Nullable String userName) {
        return Optional.ofNullable(userName);
    }

    /** What cannot be read, or is no page of Confluence by its size, stays a link. */
    @Override
    public Optional<String> body(String path) {
        return folder.at(path).flatMap(shown -> {
            try {
                boolean small = Files.size(shown.file()) <= (long) FileConverter.LARGEST_MIB << 20;
                return small ? Optional.of(FileConverter.text(Files.readAllBytes(shown.file()))) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** Reads the other page, once for all links of this one. */
    @Override
    public Optional<PagePlaces.Place> place(String path, String anchor) {
        return places.computeIfAbsent(path, this::placesOf).flatMap(found -> found.find(anchor));
    }

    private Optional<PagePlaces> placesOf(String path) {
        return folder.at(path)
                .flatMap(other ->
                        body(path).map(storage -> reader.apply(new StoragePage("", "", other.title(), path, storage))));
    }

    private static LinkTarget target(Optional<StorageFile> found) {
        return found.isPresent() ? new LinkTarget.InExport(found.get().output()) : new LinkTarget.Broken();
    }

    /** Where the file lies; where an export would put it when it lies nowhere. */
    private String attached(StorageFile container, String fileName) {
        String expected = container.attachments() + fileName;
        if (fileName.indexOf('/') >= 0 || fileName.indexOf('\\') >= 0 || fileName.indexOf('\0') >= 0) {
            missing.add("attachment " + fileName);
            return expected.replace('\0', '_');
        }
        Optional<String> found = Stream.of(
                        expected,
                        container.folder() + container.title() + "/" + fileName,
                        container.folder() + "_attachments/" + fileName,
                        container.folder() + "attachments/" + fileName,
                        container.folder() + fileName)
                .filter(folder::holds)
                .findFirst();
        found.ifPresentOrElse(files::add, () -> missing.add("attachment " + fileName));
        return found.orElse(expected);
    }
}
