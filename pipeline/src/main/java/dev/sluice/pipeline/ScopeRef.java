package dev.sluice.pipeline;

import java.util.List;

/** What an export covers: the command and its arguments, as the source designs write them. */
public record ScopeRef(String command, List<String> args) {
    public ScopeRef {
        args = List.copyOf(args);
    }
}
