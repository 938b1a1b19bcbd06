package dev.sluice.confluence.limit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The schema {@code rate_limit} of a PostgreSQL database. Connects, and brings the schema up to date, when first used, or before. */
public final class LimitDatabase implements AutoCloseable {

    private static final Logger LOG = System.getLogger("dev.sluice.confluence");
    private static final String SCHEMA = "rate_limit";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String url;
    private final String user;
    private final String password;
    private final DatabaseClock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private @Nullable AgroalDataSource pool;

    public LimitDatabase(String url, String user, String password) {
        this(url, user, password, InstantSource.system());
    }

    LimitDatabase(String url, String user, String password, InstantSource ownClock) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.clock = new DatabaseClock(ownClock);
    }

    /** Connects, if it can: otherwise that is tried again when it is needed. */
    public void prepare() {
        try {
            connected();
        } catch (@SuppressWarnings("OverlyBroadCatch") // whatever the driver or the migration throws
                RuntimeException
                | SQLException e) {
            LOG.log(Level.WARNING, "The shared rate limits cannot be reached yet: reason={0}", e.getMessage());
        }
    }

    /** The limit of the site, which all processes share that name it by the same address. */
    public SiteLimit limit(String site, double requestsPerSecond) {
        return new SharedLimit(this, site, requestsPerSecond, clock.own());
    }

    /** A limit that is changed begins anew: its bucket has another name. */
    Bucket bucket(String site, double requestsPerSecond) throws SQLException {
        String name = site + " " + requestsPerSecond;
        Bucket known = buckets.get(name);
        if (known != null) {
            return known;
        }
        ProxyManager<String> proxies = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connected())
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(SCHEMA + ".bucket")
                .clientClock(clock)
                .requestTimeout(PATIENCE)
                .build();
        Bucket bucket = proxies.builder().build(name, () -> Allowances.bucket(requestsPerSecond));
        buckets.put(name, bucket);
        return bucket;
    }

    /** The pause that is in force, on the asker's own clock. */
    Pause pause(String site, Instant now) throws SQLException {
        try (Connection connection = connected().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select extract(epoch from paused_until - clock_timestamp()), reason, clock_timestamp()"
                                + " from (select 1) one left join rate_limit.pause on site = ?")) {
            query.setString(1, site);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                clock.set(row.getTimestamp(3).toInstant());
                double left = row.getDouble(1);
                return row.wasNull() || left <= 0
                        ? Pause.NONE
                        : new Pause(now.plusMillis(Math.round(left * 1000)), Pause.Reason.valueOf(row.getString(2)));
            }
        }
    }

    /** Tells all processes; a pause that lasts longer stays. */
    void pause(String site, Duration left, Pause.Reason reason) throws SQLException {
        try (Connection connection = connected().getConnection();
                PreparedStatement upsert = connection.prepareStatement("insert into rate_limit.pause as known"
                        + " (site, paused_until, reason)"
                        + " values (?, clock_timestamp() + ? * interval '1 millisecond', ?)"
                        + " on conflict (site) do update set paused_until = excluded.paused_until,"
                        + " reason = excluded.reason where known.paused_until < excluded.paused_until")) {
            upsert.setString(1, site);
            upsert.setLong(2, left.toMillis());
            upsert.setString(3, reason.name());
            upsert.executeUpdate();
        }
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }

    private synchronized AgroalDataSource connected() throws SQLException {
        if (pool != null) {
            return pool;
        }
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(SCHEMA)
                .locations("db/" + SCHEMA)
                .load()
                .migrate();
        pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(3)
                        .acquisitionTimeout(PATIENCE)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password)))));
        return pool;
    }
}
