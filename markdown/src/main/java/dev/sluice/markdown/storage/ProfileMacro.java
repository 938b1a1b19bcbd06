package dev.sluice.markdown.storage;

import java.util.Set;

/** People by their names. */
final class ProfileMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("profile", "profile-picture", "user-profile");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        macro.reference("user")
                .or(() -> macro.reference(""))
                .ifPresentOrElse(user -> LinkRenderer.mention(user, context), () -> MacroNotes.note(macro, context));
    }
}
