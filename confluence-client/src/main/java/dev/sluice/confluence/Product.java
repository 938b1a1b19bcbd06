package dev.sluice.confluence;

/** Which of the two products a site runs. */
public enum Product {
    CLOUD,
    DATA_CENTER
}
