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
                new PropertiesMacro(),
                new PropertiesReportMacro(),
                new ExpandMacro(),
                new StatusMacro(),
                new ContentsMacro(),
                new AnchorMacro(),
                new TabMacro(),
                new JiraMacro(),
                new DiagramMacro(),
                new FormulaMacro(),
                new SourceMacro(),
                new EmbedMacro(),
                new FileMacro(),
                new AttachmentsMacro(),
                new IncludeMacro(),
                new PageListMacro(),
                new ProfileMacro(),
                new DynamicMacro());
    }
}
