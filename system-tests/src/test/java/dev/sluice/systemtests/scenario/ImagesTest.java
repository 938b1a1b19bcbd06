package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.Mode;
import dev.sluice.systemtests.topology.Copy;
import dev.sluice.systemtests.topology.FourServices;
import dev.sluice.systemtests.topology.OneJvm;
import dev.sluice.systemtests.topology.PictureServer;
import dev.sluice.systemtests.topology.TestBed;
import dev.sluice.systemtests.topology.TestSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures that are no attachments: they come with the pages that show them, are shared, checked, and go with the last. */
@ExtendWith(TestBed.class)
class ImagesTest {

    private final FourServices services;
    private final PictureServer pictures = PictureServer.start();

    ImagesTest(FourServices services) {
        this.services = services;
    }

    @AfterEach
    void stop() {
        pictures.close();
    }

    @Test
    void followTheirPagesInOneJvm() {
        TestSite site = services.site("images-one-jvm", Mode.DATA_CENTER);
        follow(site, OneJvm.asShipped().newCopy(site));
    }

    @Test
    void followTheirPagesInFourServices() {
        TestSite site = services.site("images-four-services", Mode.CLOUD);
        follow(site, services.newCopy(site));
    }

    private void follow(TestSite site, Copy copy) {
        List<String> pages = site.pages();
        pictures.put("/a.png", bytes("picture a"));
        site.content().editPage(pages.get(1), image(pictures.url("/a.png")) + image("data:image/gif;base64,R0lGODdh"));
        site.content().editPage(pages.get(2), image(pictures.url("/a.png#again")) + image(pictures.url("/gone.png")));
        site.content().editPage(pages.get(3), image("http://127.0.0.2:1/private.png"));
        Journey journey = new Journey(site, copy, services);

        journey.step("first export", () -> {}, figures -> {
            assertThat(images(copy)).hasSize(2);
            assertThat(copy.tree().files().get(path(copy, ".png"))).isEqualTo(bytes("picture a"));
            assertThat(shown(copy, path(copy, ".png"))).isEqualTo(2);
            assertThat(shown(copy, path(copy, ".gif"))).isEqualTo(1);
            assertThat(shown(copy, "/gone.png)")).isEqualTo(1);
            assertThat(pictures.asked()).containsExactlyInAnyOrder("/a.png", "/gone.png");
        });
        pictures.asked();
        Map<String, FileTime> before = copy.writtenAt();
        journey.step("no change", () -> {}, figures -> {
            assertThat(pictures.asked()).as("asked of the other site").isEmpty();
            assertThat(copy.writtenAt()).isEqualTo(before);
        });
        pictures.put("/a.png", bytes("another picture"));
        journey.step(
                "edit of a page whose picture has changed",
                () -> site.content().appendToPage(pages.get(1), "Look again."),
                figures -> {
                    assertThat(copy.tree().files().get(path(copy, ".png"))).isEqualTo(bytes("another picture"));
                    assertThat(shown(copy, path(copy, ".png"))).isEqualTo(2);
                });
        journey.step(
                "a picture less",
                () -> site.content().editPage(pages.get(1), "<p>None.</p>"),
                figures -> assertThat(images(copy)).hasSize(1));
        journey.step(
                "the last page with the picture goes",
                () -> site.content().trashPage(pages.get(2)),
                figures -> assertThat(images(copy)).isEmpty());
    }

    private static String image(String url) {
        return "<p><ac:image><ri:url ri:value=\"%s\"/></ac:image></p>".formatted(url);
    }

    private static List<String> images(Copy copy) {
        return copy.tree().paths().stream()
                .filter(path -> path.startsWith("_images/"))
                .toList();
    }

    private static String path(Copy copy, String ending) {
        return images(copy).stream()
                .filter(path -> path.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** How many pages contain the text. */
    private static long shown(Copy copy, String text) {
        return copy.tree().files().values().stream()
                .filter(Objects::nonNull)
                .filter(file -> new String(file, StandardCharsets.UTF_8).contains(text))
                .count();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
