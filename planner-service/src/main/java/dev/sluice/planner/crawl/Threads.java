package dev.sluice.planner.crawl;

import dev.sluice.catalog.CommentThread;
import dev.sluice.planner.path.IdOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the comments on a page in order: older ones first, replies below what they answer. */
final class Threads {

    /** Replies below that many others stand beside each other: nobody follows them deeper. */
    private static final int DEEPEST = 50;

    private final Map<String, CommentThread> comments = new LinkedHashMap<>();
    private final Map<String, List<String>> replies = new LinkedHashMap<>();
    private final List<String> roots = new ArrayList<>();
    private final Set<String> placed = new HashSet<>();

    private Threads(List<CommentSpool.Single> all) {
        List<CommentSpool.Single> sorted = all.stream()
                .sorted(Comparator.comparing(single -> single.comment().id(), IdOrder.NUMERIC))
                .toList();
        sorted.forEach(single -> comments.put(single.comment().id(), single.comment()));
        for (CommentSpool.Single single : sorted) {
            String parent = single.parent();
            String id = single.comment().id();
            if (parent == null || !comments.containsKey(parent)) {
                roots.add(id);
            } else {
                replies.computeIfAbsent(parent, ignored -> new ArrayList<>(2)).add(id);
            }
        }
    }

    /** Every comment, once; also one whose parent is gone, or that answers itself by others. */
    static List<CommentThread> of(List<CommentSpool.Single> comments) {
        return new Threads(comments).all();
    }

    private List<CommentThread> all() {
        List<CommentThread> threads = new ArrayList<>();
        roots.forEach(id -> place(id, 1, threads));
        comments.keySet().forEach(id -> place(id, 1, threads));
        return threads;
    }

    private void place(String id, int depth, List<CommentThread> among) {
        CommentThread comment = comments.get(id);
        if (comment == null || !placed.add(id)) {
            return;
        }
        List<CommentThread> below = new ArrayList<>();
        if (depth < DEEPEST) {
            replies.getOrDefault(id, List.of()).forEach(reply -> place(reply, depth + 1, below));
        }
        among.add(with(comment, below));
        if (depth == DEEPEST) {
            placeAllBelow(id, among);
        }
    }

    /** Everything below, in the order of reading, beside each other: chains may be longer than the stack is deep. */
    private void placeAllBelow(String id, List<CommentThread> among) {
        Deque<String> open = new ArrayDeque<>(replies.getOrDefault(id, List.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            CommentThread comment = comments.get(next);
            if (comment != null && placed.add(next)) {
                among.add(with(comment, List.of()));
                replies.getOrDefault(next, List.of()).reversed().forEach(open::push);
            }
        }
    }

    private static CommentThread with(CommentThread comment, List<CommentThread> replies) {
        return new CommentThread(
                comment.id(),
                comment.author(),
                comment.writtenAt(),
                comment.quoted(),
                comment.resolved(),
                comment.storage(),
                replies);
    }
}
