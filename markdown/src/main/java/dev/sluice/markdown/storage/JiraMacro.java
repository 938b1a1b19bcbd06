package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Mark;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Jira issues as links, searches as their query; what Jira would answer is not part of the page. */
final class JiraMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("jira", "jiraissues", "jirachart");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        context.standalone(macro, () -> show(macro, context));
    }

    private static void show(Macro macro, RenderContext context) {
        Optional<String> base = context.links().jiraBaseUrl(macro.parameter("serverId"), macro.parameter("server"));
        String key = macro.parameter("key");
        String query = query(macro);
        if (!key.isEmpty()) {
            linked(key, base.map(url -> url + "/browse/" + key), context);
        } else if (!query.isEmpty()) {
            Optional<String> search =
                    base.map(url -> url + "/issues/?jql=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            context.out().coded(() -> linked(query, search, context));
        }
        macro.reference("url").ifPresent(url -> LinkRenderer.toReference(url, context));
        if (key.isEmpty() || base.isEmpty()) {
            MacroNotes.note(macro, context);
        }
    }

    private static String query(Macro macro) {
        for (String parameter : new String[] {"jqlQuery", "jql", "url"}) {
            if (!macro.parameter(parameter).isEmpty()) {
                return macro.parameter(parameter);
            }
        }
        return "";
    }

    private static void linked(String text, Optional<String> url, RenderContext context) {
        url.ifPresentOrElse(
                address -> context.out()
                        .marked(
                                new Mark.Link(new Destination.Url(address), ""),
                                () -> context.out().text(text)),
                () -> context.out().text(text));
    }
}
