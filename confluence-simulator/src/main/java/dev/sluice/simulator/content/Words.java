package dev.sluice.simulator.content;

import java.util.List;
import java.util.Locale;

/** Vocabulary of generated text. */
final class Words {

    private static final List<String> NOUNS = List.of(
            "service",
            "deployment",
            "cluster",
            "request",
            "customer",
            "invoice",
            "release",
            "pipeline",
            "database",
            "backup",
            "schema",
            "incident",
            "dashboard",
            "alert",
            "budget",
            "contract",
            "meeting",
            "roadmap",
            "gateway",
            "queue",
            "topic",
            "partition",
            "certificate",
            "token",
            "policy",
            "review",
            "migration",
            "rollback",
            "latency",
            "throughput",
            "storage",
            "network",
            "browser",
            "session",
            "feature",
            "experiment",
            "report",
            "vendor",
            "team",
            "interview",
            "onboarding",
            "checklist",
            "runbook",
            "environment",
            "region",
            "replica",
            "index",
            "cache");
    private static final List<String> VERBS = List.of(
            "describes",
            "replaces",
            "requires",
            "monitors",
            "restarts",
            "validates",
            "documents",
            "limits",
            "escalates",
            "archives",
            "publishes",
            "collects",
            "rotates",
            "reviews",
            "approves",
            "schedules",
            "measures",
            "explains");
    private static final List<String> ADJECTIVES = List.of(
            "weekly",
            "internal",
            "automatic",
            "manual",
            "regional",
            "temporary",
            "critical",
            "optional",
            "shared",
            "external",
            "legacy",
            "new",
            "monthly",
            "encrypted",
            "idempotent",
            "incremental",
            "public",
            "private");
    private static final List<String> TAILS = List.of(
            "before the release",
            "after every change",
            "within two hours",
            "for all regions",
            "without downtime",
            "as agreed with the team",
            "when the quota is used up",
            "in the staging environment",
            "on the first Monday",
            "unless the owner objects",
            "at about 95 % load",
            "according to § 4 of the policy");

    private Words() {}

    static String noun(Dice dice) {
        return dice.pick(NOUNS);
    }

    static String adjective(Dice dice) {
        return dice.pick(ADJECTIVES);
    }

    /** Two or three words with a capital letter. */
    static String topic(Dice dice) {
        String words = dice.pick(ADJECTIVES) + " " + dice.pick(NOUNS) + (dice.chance(40) ? " " + dice.pick(NOUNS) : "");
        return capital(words);
    }

    /** One sentence of plain text, without XML special characters. */
    static String sentence(Dice dice) {
        return "The " + dice.pick(ADJECTIVES) + " " + dice.pick(NOUNS) + " " + dice.pick(VERBS) + " the "
                + dice.pick(ADJECTIVES) + " " + dice.pick(NOUNS) + " " + dice.pick(TAILS) + ".";
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
