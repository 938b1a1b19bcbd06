package dev.sluice.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A question that rendering a page asked of the catalog, and its answer.
 *
 * @param token what was asked: see {@link ReferenceToken}
 * @param path where it lies in the export, or for what belongs to a page a {@link MemberDigest}, or for a file that the
 *     export does not take where the site has it; null when there is none
 */
public record Reference(String token, @Nullable String path) {}
