package dev.sluice.markdown;

import java.util.List;

/** A page in a list or tree of pages, such as the children macro shows. */
public record PageNode(String title, LinkTarget target, List<PageNode> children) {
    public PageNode {
        children = List.copyOf(children);
    }
}
