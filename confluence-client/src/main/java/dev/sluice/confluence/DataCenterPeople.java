package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** Who someone is who is no stranger to the site. */
    static Account account(JsonNode user) {
        String key = Json.textOrEmpty(user, "userKey");
        return new Account(key.isEmpty() ? Json.text(user, "username") : key, Json.textOrEmpty(user, "displayName"));
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
