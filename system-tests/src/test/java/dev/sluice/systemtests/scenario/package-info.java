/** What happens to an export, whatever it runs on. */
@NullMarked
package dev.sluice.systemtests.scenario;

import org.jspecify.annotations.NullMarked;
