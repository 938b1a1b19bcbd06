package dev.sluice.simulator;

import java.io.PrintStream;

/** Runs a simulator from the command line. */
public final class SimulatorCommand {

    private SimulatorCommand() {}

    /** Starts a Cloud site and serves it until the process ends. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        SimulatedConfluence confluence =
                SimulatedConfluence.start(SimulatorOptions.cloud().withPort(8090));
        out.println(confluence.baseUrl());
        Thread.currentThread().join();
    }
}
