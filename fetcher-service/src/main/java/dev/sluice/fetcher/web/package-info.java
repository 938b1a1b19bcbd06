/** Pictures from anywhere on the web: asked for without credentials, and of public addresses only. */
@NullMarked
package dev.sluice.fetcher.web;

import org.jspecify.annotations.NullMarked;
