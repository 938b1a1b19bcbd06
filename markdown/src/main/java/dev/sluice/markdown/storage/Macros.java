package dev.sluice.markdown.storage;

import java.util.List;

/** All macro renderers. */
final class Macros {

    private Macros() {}

    static List<MacroRenderer> all() {
        return List.of(
                new CodeMacro(),
                new PanelMacro(),
                new ContainerMacro(),
                new ExpandMacro(),
                new StatusMacro(),
                new ContentsMacro(),
                new AnchorMacro());
    }
}
