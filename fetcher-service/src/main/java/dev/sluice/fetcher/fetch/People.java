package dev.sluice.fetcher.fetch;

import dev.sluice.confluence.ConfluenceException;
import dev.sluice.confluence.sites.Sites;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.KnownPerson;
import dev.sluice.pipeline.Person;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.UndecodableException;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that destinations hold the names of those whom pages name by their ids. Each is looked up once, with many
 * others, and again when a page is fetched that names someone who was looked up long ago. Whoever cannot be looked up
 * keeps the id as a name.
 */
final class People {

    private static final Logger LOG = Logger.getLogger(People.class);

    /** People change their names now and then. */
    private static final Duration FRESH = Duration.ofDays(30);

    private static final Duration UNKNOWN_FOR = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 50_000;

    private final Sites sites;
    private final Stores stores;
    private final Clock clock;
    private final Map<Where, Memory> remembered = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Instant> refused = new LinkedHashMap<>();

    /** Someone, and the destination that is to know the name. */
    private record Where(String destination, String id) {}

    /** What is known of someone, null when nothing is, and until when that holds. */
    private record Memory(@Nullable String name, Instant until) {}

    People(Sites sites, Stores stores, Clock clock) {
        this.sites = sites;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * From now on the run's destination knows all of them who have a name. A site that refuses to tell is asked again
     * an hour later; other trouble with it is a {@link ConfluenceException}.
     */
    synchronized void know(RunRef run, Collection<Person> people) {
        ObjectStore store = stores.open(run.destination());
        Set<String> unknown = new HashSet<>();
        // whom a listing names need not be looked up where only the id stands
        for (Person person : people) {
            String name = person.name();
            if (name != null) {
                keep(run, store, person.id(), name);
            }
        }
        for (Person person : people) {
            if (person.name() == null && !isRemembered(run, person.id()) && !isHeld(run, store, person.id())) {
                unknown.add(person.id());
            }
        }
        if (!unknown.isEmpty()) {
            lookUp(run, store, unknown);
        }
        forgetSome();
    }

    private boolean isRemembered(RunRef run, String id) {
        Memory memory = remembered.get(new Where(run.destination(), id));
        return memory != null && clock.instant().isBefore(memory.until());
    }

    /** Whether the destination holds a name that is fresh enough; from now on it is remembered here, too. */
    private boolean isHeld(RunRef run, ObjectStore store, String id) {
        return read(store, id)
                .filter(person -> clock.instant().isBefore(person.at().plus(FRESH)))
                .map(person -> {
                    remember(run, id, person.name(), person.at().plus(FRESH));
                    return true;
                })
                .orElse(false);
    }

    private void lookUp(RunRef run, ObjectStore store, Set<String> ids) {
        Instant now = clock.instant();
        Instant until = refused.get(run.site());
        if (until != null && now.isBefore(until)) {
            return;
        }
        Set<String> nameless = new HashSet<>(ids);
        for (dev.sluice.confluence.Person found : ask(run, ids)) {
            String name = found.name();
            if (name != null) {
                keep(run, store, found.id(), name);
                nameless.remove(found.id());
            }
        }
        nameless.forEach(id -> remember(run, id, null, now.plus(UNKNOWN_FOR)));
    }

    private List<dev.sluice.confluence.Person> ask(RunRef run, Set<String> ids) {
        try {
            return sites.open(run.site()).people(ids);
        } catch (ConfluenceException e) {
            return switch (e.category()) {
                case THROTTLED, UNAVAILABLE -> throw e;
                case NOT_AUTHORISED, FORBIDDEN, NOT_FOUND, MALFORMED -> {
                    LOG.warnf(
                            "Names of people cannot be looked up; their ids stand for them: runId=%s %s",
                            run.run(), e.getMessage());
                    refused.put(run.site(), clock.instant().plus(UNKNOWN_FOR));
                    yield List.of();
                }
            };
        }
    }

    /** Writes the name down unless it is there already. */
    private void keep(RunRef run, ObjectStore store, String id, String name) {
        KnownPerson person = new KnownPerson(id, name, clock.instant());
        Memory memory = remembered.get(new Where(run.destination(), id));
        if (memory != null && person.name().equals(memory.name()) && isRemembered(run, id)) {
            return;
        }
        boolean held = read(store, id)
                .filter(known -> known.name().equals(person.name()))
                .isPresent();
        if (!held) {
            store.put(DestinationLayout.person(id), new ByteArrayInputStream(Wire.encode(person)));
        }
        remember(run, id, person.name(), person.at().plus(FRESH));
    }

    private void remember(RunRef run, String id, @Nullable String name, Instant until) {
        remembered.put(new Where(run.destination(), id), new Memory(name, until));
    }

    private void forgetSome() {
        if (remembered.size() > MOST_REMEMBERED) {
            List<Where> oldest = new ArrayList<>(
                    remembered.keySet().stream().limit(MOST_REMEMBERED / 2).toList());
            oldest.forEach(remembered::remove);
        }
    }

    private static Optional<KnownPerson> read(ObjectStore store, String id) {
        Optional<InputStream> found = store.open(DestinationLayout.person(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(Wire.decode(in.readAllBytes(), KnownPerson.class));
        } catch (UndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
