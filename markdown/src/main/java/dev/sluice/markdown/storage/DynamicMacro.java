package dev.sluice.markdown.storage;

import java.util.Set;

/**
 * Macros whose content Confluence computes when the page is shown: a page stores none of it, so their place, name and
 * parameters stay in a comment, with the files and pages they name as links.
 */
final class DynamicMacro implements MacroRenderer {

    private static final String NAMES = """
            pagetreesearch livesearch search blog-posts recently-updated recently-updated-dashboard
            tasks-report-macro create-from-template create-space-button roadmap content-report-table
            contributors contributors-summary change-history space-details space-attachments listlabels
            popular-labels related-labels navmap favpages network userlister spaces global-reports im loremipsum cheese
            junitreport space-index index outgoing-links decisionreport chart spaces-list recently-used-labels
            gadget documents scroll-pagebreak scroll-exportbutton scroll-bookmark scroll-indexterm
            display-footnotes page-info viewtracker calendar dynamictasklist dynamictasklist2 tasklist jiraportfolio workflow
            pagetree2 composition-setup scrollbar clear snippet incoming-links
            """;

    @Override
    public Set<String> macros() {
        return Set.of(NAMES.strip().split("\\s+"));
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        UnknownMacro.keep(macro, context);
    }
}
