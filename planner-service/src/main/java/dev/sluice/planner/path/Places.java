package dev.sluice.planner.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The places of pages, blog posts, and folders in their trees, in some seventy bytes each: what paths are made of. Each
 * has a number; one that is only named as a parent has a number, too, but no place.
 */
public final class Places {

    private static final int NONE = IntList.NONE;

    private final IdTable ids = new IdTable();
    private final TextPool titles = new TextPool();
    private final IntList titlePositions = new IntList();
    private final IntList parents = new IntList();
    private final IntList spaces = new IntList();
    /** Of blog posts. */
    private final IntList days = new IntList();

    private final BitSet posts = new BitSet();
    private final BitSet laidOut = new BitSet();

    /** How many have a number. */
    public int size() {
        return ids.size();
    }

    /** The number of what has this id; {@link IntList#NONE} when nothing has. */
    public int find(String id) {
        return ids.find(id);
    }

    /** The number of what has this id, which it is given when it has none. */
    public int number(String id) {
        return ids.number(id);
    }

    public String id(int number) {
        return ids.id(number);
    }

    /** Empty when it is only named as a parent. */
    public String title(int number) {
        int position = titlePositions.get(number);
        return position == NONE ? "" : titles.text(position);
    }

    /** {@link IntList#NONE} at the top. */
    public int parent(int number) {
        return parents.get(number);
    }

    /** The space it was put in. */
    public int space(int number) {
        return spaces.get(number);
    }

    /** Whether it is a blog post. */
    public boolean isPost(int number) {
        return posts.get(number);
    }

    /** Day under which a blog post is filed, counted from 1970. */
    int day(int number) {
        return days.get(number);
    }

    /** Says, also anew, where something is; {@code space}: a number that the caller gives. */
    public void put(TreeNode node, int space) {
        int number = number(node.id());
        String parent = node.parentId();
        byte[] title = TextPool.encode(node.title());
        int known = titlePositions.get(number);
        if (known == NONE || !titles.isAt(known, title)) {
            titlePositions.set(number, titles.add(title));
        }
        parents.set(number, parent == null ? NONE : number(parent));
        posts.clear(number);
        move(number, space);
    }

    /** Says that what was put is a blog post of this day. */
    public void file(int number, LocalDate day) {
        posts.set(number);
        days.set(number, Math.toIntExact(day.toEpochDay()));
    }

    /** Puts it into this space; {@link IntList#NONE} for none that is laid out. */
    public void move(int number, int space) {
        spaces.set(number, space);
    }

    /** Whether it is to have a path: not so until it is said. */
    public void layOut(int number, boolean wanted) {
        laidOut.set(number, wanted);
    }

    /** Whether it is to have a path. */
    public boolean isLaidOut(int number) {
        return laidOut.get(number);
    }

    /** Of those that are to have a path, the next one from this number on; {@link IntList#NONE} when there is none. */
    public int nextLaidOut(int from) {
        return laidOut.nextSetBit(from);
    }

    /** A page, or what pages are in, as a node of its tree. */
    public TreeNode node(int number) {
        int parent = parent(number);
        return new TreeNode(id(number), parent == NONE ? null : id(parent), title(number));
    }

    /** Those of these trees, the spaces numbered in the order of the collection. */
    static Places of(Collection<SpaceTree> trees) {
        Places places = new Places();
        int space = 0;
        for (SpaceTree tree : trees) {
            for (TreeNode node : tree.nodes()) {
                places.put(node, space);
                places.layOut(places.number(node.id()), true);
            }
            for (BlogPostNode post : tree.posts()) {
                places.put(new TreeNode(post.id(), null, post.title()), space);
                places.file(places.number(post.id()), post.day());
                places.layOut(places.number(post.id()), true);
            }
            space++;
        }
        return places;
    }

    /** The tree of a space as objects. */
    SpaceTree tree(SpaceRoot root, int space) {
        List<TreeNode> nodes = new ArrayList<>();
        List<BlogPostNode> posts = new ArrayList<>();
        for (int number = nextLaidOut(0); number != NONE; number = nextLaidOut(number + 1)) {
            if (space(number) == space && isPost(number)) {
                posts.add(new BlogPostNode(id(number), LocalDate.ofEpochDay(day(number)), title(number)));
            } else if (space(number) == space) {
                nodes.add(node(number));
            }
        }
        return new SpaceTree(root.id(), root.key(), root.name(), root.homepageId(), nodes, posts);
    }

    /** Whether pages can lie below it: no blog post, and in a space that is laid out. */
    boolean isInTree(int number) {
        return number != NONE && laidOut.get(number) && !posts.get(number) && spaces.get(number) != NONE;
    }
}
