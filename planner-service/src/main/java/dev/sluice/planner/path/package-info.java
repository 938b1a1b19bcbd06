/** Where in the destination each resource has its file: names that every file system takes, and no two alike. */
@NullMarked
package dev.sluice.planner.path;

import org.jspecify.annotations.NullMarked;
