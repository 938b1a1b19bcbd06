/** What the REST APIs of the services have in common: problems, and lists that are read a page at a time. */
@NullMarked
package dev.sluice.rest;

import org.jspecify.annotations.NullMarked;
