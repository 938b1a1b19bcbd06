package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.deployment.CustomResources.KafkaTopic;
import dev.sluice.deployment.CustomResources.KafkaUser;
import dev.sluice.deployment.CustomResources.ScaledObject;
import dev.sluice.deployment.Service.Channel;
import dev.sluice.pipeline.Topics;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicsTest {

    private static final String SITE_GROUPS = "fetcher-site-";
    private static final Pattern CREATED = Pattern.compile("(?m)^topic (\\S+) (\\d+) \"\\$\\w+\"$");

    @Test
    void theScriptCreatesEveryTopic() {
        assertThat(created()).containsOnlyKeys(topics());
    }

    @Test
    void noServiceUsesAnotherTopic() {
        assertThat(Arrays.stream(Service.values()).flatMap(service -> service.channels().stream()))
                .isNotEmpty()
                .allSatisfy(channel -> assertThat(channel.topic()).isIn((Object[]) topics()));
    }

    @Test
    void strimziAndTheScriptCreateTheSame() {
        Map<String, Integer> partitions = new TreeMap<>();
        for (KafkaTopic topic : Manifests.in("k8s", KafkaTopic.class)) {
            partitions.put(topic.metadata().getName(), topic.spec().partitions());
            assertThat(topic.spec().config()).containsEntry("cleanup.policy", "delete");
        }
        assertThat(partitions).isEqualTo(created());
    }

    @ParameterizedTest
    @EnumSource
    void usersMayDoWhatTheirServiceDoes(Service service) {
        Set<String> wanted = new TreeSet<>();
        for (Channel channel : service.channels()) {
            wanted.add("topic " + channel.topic() + " Describe");
            wanted.add("topic " + channel.topic() + (channel.read() ? " Read" : " Write"));
            if (channel.read()) {
                wanted.add("group " + channel.group() + " Read");
            }
        }
        if (service == Service.FETCHER) {
            wanted.add("group " + SITE_GROUPS + "* Read");
        }
        assertThat(granted("sluice-" + service.word())).isEqualTo(wanted);
    }

    @Test
    void autoscalingFollowsTheLagOfAGroupThatExists() {
        for (ScaledObject scaled : Manifests.in("k8s", ScaledObject.class)) {
            Service service = Service.named(scaled.spec().scaleTargetRef().name());
            Map<String, String> lag = scaled.spec().triggers().getFirst().metadata();
            String group = lag.get("consumerGroup");
            boolean ofSite = service == Service.FETCHER && group.startsWith(SITE_GROUPS);
            assertThat(service.channels()).contains(new Channel(true, lag.get("topic"), ofSite ? "fetcher" : group));
            assertThat(service.knows(lag.get("bootstrapServersFromEnv"))).isTrue();
            assertThat(scaled.spec().maxReplicaCount())
                    .isLessThanOrEqualTo(created().get(lag.get("topic")));
            assertThat(granted("sluice-autoscaler"))
                    .contains(
                            "topic " + lag.get("topic") + " Describe",
                            "group " + (ofSite ? SITE_GROUPS + "*" : group) + " Describe");
        }
        assertThat(Manifests.in("k8s", HorizontalPodAutoscaler.class))
                .extracting(
                        autoscaler -> autoscaler.getSpec().getScaleTargetRef().getName())
                .containsExactly("fetcher", "renderer");
    }

    private static Set<String> granted(String user) {
        return Manifests.in("k8s", KafkaUser.class).stream()
                .filter(kafkaUser -> kafkaUser.metadata().getName().equals(user))
                .flatMap(kafkaUser -> kafkaUser.spec().authorization().acls().stream())
                .flatMap(acl -> acl.operations().stream()
                        .map(operation -> acl.resource().type() + " " + name(acl.resource()) + " " + operation))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(KafkaUser.Resource resource) {
        return "prefix".equals(resource.patternType()) ? resource.name() + "*" : resource.name();
    }

    private static Map<String, Integer> created() {
        Map<String, Integer> partitions = new TreeMap<>();
        CREATED.matcher(Checkout.text("k8s/bundled/topics.sh"))
                .results()
                .forEach(topic -> partitions.put(topic.group(1), Integer.valueOf(topic.group(2))));
        return partitions;
    }

    private static String[] topics() {
        return Arrays.stream(Topics.class.getFields()).map(TopicsTest::value).toArray(String[]::new);
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
