package dev.sluice.pipeline;

/**
 * What every message of a run carries, so that a stage needs no memory of the run.
 *
 * @param site name of the configured site; never its credentials
 * @param siteUrl normalised base URL of that site
 * @param destination {@code file:///directory} or {@code s3://bucket/prefix}
 */
public record RunRef(RunId run, ExportId export, String site, String siteUrl, String destination) {}
