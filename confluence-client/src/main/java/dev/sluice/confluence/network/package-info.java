/** The way to servers: proxies, certificate authorities, and where Atlassian's own services are. */
@NullMarked
package dev.sluice.confluence.network;

import org.jspecify.annotations.NullMarked;
