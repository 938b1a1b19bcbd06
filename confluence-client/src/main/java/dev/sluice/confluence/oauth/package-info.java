/** OAuth 2.0 (3LO) of Atlassian's Cloud: access tokens that are renewed by refresh tokens which change each time. */
@NullMarked
package dev.sluice.confluence.oauth;

import org.jspecify.annotations.NullMarked;
