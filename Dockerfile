# One image per service, from what Maven has built:
#   ./mvnw package -DskipTests -Dquick
#   docker build --build-arg SERVICE=planner -t sluice/planner:0.1.0 .        (detector, fetcher, renderer likewise)
FROM eclipse-temurin:25.0.3_9-jre-alpine

ARG SERVICE
LABEL org.opencontainers.image.title="sluice-${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"

RUN addgroup -S -g 10001 sluice && adduser -S -D -H -u 10001 -G sluice sluice

# Settings may be mounted at /opt/sluice/config/application.properties.
WORKDIR /opt/sluice

# What changes least comes first, so that a new build re-uses the layers of the libraries.
COPY ${SERVICE}-service/target/quarkus-app/lib/ lib/
COPY ${SERVICE}-service/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}-service/target/quarkus-app/app/ app/
COPY ${SERVICE}-service/target/quarkus-app/quarkus-run.jar ./

# By number, because Kubernetes cannot tell from a name that it is not root.
USER 10001:10001
EXPOSE 8080

# MaxRAMPercentage: the heap follows the container's memory limit; the rest is for classes, threads and network buffers.
# SerialGC: the smallest footprint; heaps are below 2 GB and no request waits for a pause.
# ExitOnOutOfMemoryError: a JVM that failed to allocate is in an unknown state; a restarted one takes its work up again.
# Nothing is written outside /tmp, which must be writable. More options can be given in JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/tmp", "-jar", "quarkus-run.jar"]
