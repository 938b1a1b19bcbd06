package dev.sluice.systemtests.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP ports that a process and its children listen on, as Linux tells them in {@code /proc}. */
public final class OpenPorts {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    private OpenPorts() {}

    /** Who may connect to a port. */
    public record OpenPort(int number, boolean onLoopback) {

        /** From an address as the kernel writes it: groups of four bytes, the last byte first. */
        private static OpenPort parse(String address) {
            String[] hostAndPort = address.split(":", 2);
            String host = hostAndPort[0];
            boolean v4 = host.endsWith("7F") && (host.length() == 8 || host.startsWith("0000000000000000FFFF0000"));
            boolean v6 = host.equals("00000000000000000000000001000000");
            return new OpenPort(Integer.parseInt(hostAndPort[1], HEXADECIMAL), v4 || v6);
        }
    }

    /** Whether this system tells them. */
    public static boolean areKnown() {
        return Files.isReadable(Path.of("/proc/net/tcp"));
    }

    static List<OpenPort> of(ProcessHandle process) {
        Set<String> sockets = Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> socketsOf(each.pid()).stream())
                .collect(Collectors.toSet());
        return Stream.of("tcp", "tcp6")
                .map(Path.of("/proc/net")::resolve)
                .filter(Files::isReadable)
                .flatMap(table -> lines(table).stream().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[STATE].equals(LISTENING) && sockets.contains(columns[INODE]))
                .map(columns -> OpenPort.parse(columns[LOCAL_ADDRESS]))
                .distinct()
                .toList();
    }

    private static Set<String> socketsOf(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.map(OpenPorts::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            // it has ended meanwhile
            return Set.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // it is closed meanwhile
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
