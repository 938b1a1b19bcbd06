/** Compares the deployment files with the services that they start. */
package dev.sluice.deployment;
