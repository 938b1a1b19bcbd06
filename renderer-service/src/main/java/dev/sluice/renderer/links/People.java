package dev.sluice.renderer.links;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.KnownPerson;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.UndecodableException;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that destinations hold of the people whom pages show; each is read once a run. */
public class People {

    private static final int MOST_REMEMBERED = 20_000;

    private final Stores stores;
    private final Map<Asked, String> remembered = new LinkedHashMap<>(64, 0.75f, true);

    private record Asked(RunId run, String id) {}

    public People(Stores stores) {
        this.stores = stores;
    }

    /** The names that the destination of the run holds. */
    public PersonNames of(RunRef run) {
        ObjectStore store = stores.open(run.destination());
        return id -> find(new Asked(run.run(), id), store);
    }

    /** A name that is missing may come with the next page: it is not remembered as missing. */
    private Optional<String> find(Asked asked, ObjectStore store) {
        synchronized (remembered) {
            String name = remembered.get(asked);
            if (name != null) {
                return Optional.of(name);
            }
        }
        Optional<String> name = read(store, asked.id());
        name.ifPresent(found -> remember(asked, found));
        return name;
    }

    private void remember(Asked asked, String name) {
        synchronized (remembered) {
            remembered.put(asked, name);
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    private static Optional<String> read(ObjectStore store, String id) {
        Optional<InputStream> found = store.open(DestinationLayout.person(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(Wire.decode(in.readAllBytes(), KnownPerson.class).name());
        } catch (UndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
