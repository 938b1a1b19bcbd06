package dev.sluice.confluence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** Looks people up on Data Center, which knows no way to ask for several; its listings name most of them. */
final class DataCenterPeople {

    private static final int PEOPLE_AT_ONCE = 8;

    private final SiteHttp http;

    DataCenterPeople(SiteHttp http) {
        this.http = http;
    }

    List<Person> withIds(Collection<String> ids) {
        return ids.stream()
                .distinct()
                .gather(Gatherers.mapConcurrent(PEOPLE_AT_ONCE, this::withKey))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Person> withKey(String key) {
        return http.find("/rest/api/user?key=" + Uris.encode(key))
                .flatMap(DataCenterJson::person)
                .map(person -> new Person(key, person.name()));
    }
}
