package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import java.util.List;

/** A complete listing of what a run covers. */
record Crawl(PageSet pages, List<Attachment> attachments) {}
