package dev.sluice.systemtests.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests the {@link FourServices}, started once for all of them and stopped at the very end, and adds the ends of
 * the processes' logs to every failure.
 */
public final class TestBed implements ParameterResolver, TestExecutionExceptionHandler {

    private static final int LINES = 15;
    private static final int FILES = 6;
    private static final int WIDTH = 240;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FourServices.class;
    }

    @Override
    public FourServices resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(FourServices.class, ignored -> start(), FourServices.class);
    }

    private static FourServices start() {
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            return FourServices.start();
        } catch (Exception e) {
            throw new IllegalStateException("The four services did not start", e);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        throw new AssertionError(failure.getMessage() + "\n" + logs(), failure);
    }

    private static String logs() {
        try (Stream<Path> files = Files.list(Installation.logs())) {
            List<Path> newest = files.filter(file -> file.toFile().length() > 0)
                    .sorted(Comparator.comparing(TestBed::writtenAt).reversed())
                    .limit(FILES)
                    .toList();
            StringBuilder logs = new StringBuilder();
            for (Path file : newest) {
                List<String> lines = Files.readAllLines(file);
                logs.append("--- ").append(file).append('\n');
                lines.stream()
                        .skip(Math.max(0, lines.size() - LINES))
                        .map(line -> line.substring(0, Math.min(line.length(), WIDTH)))
                        .forEach(line -> logs.append("    ").append(line).append('\n'));
            }
            return logs.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
