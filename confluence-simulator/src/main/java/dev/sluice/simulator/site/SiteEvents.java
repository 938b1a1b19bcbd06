package dev.sluice.simulator.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What happens on a site, for those who want to be told. Thread-safe. */
public final class SiteEvents {

    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Something that happened.
     *
     * @param name as webhooks call it, such as {@code page_updated}
     * @param subject what kind of thing it happened to: {@code page}, {@code blog}, {@code comment}, {@code attachment}
     */
    public record Event(String name, String subject, long id) {}

    /** Tells this one from now on, in the thread of whoever makes the change. */
    public void tell(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /** The kind of the subject is the first word of the name. */
    public void happened(String name, long id) {
        Event event = new Event(name, name.substring(0, name.indexOf('_')), id);
        listeners.forEach(listener -> listener.accept(event));
    }
}
