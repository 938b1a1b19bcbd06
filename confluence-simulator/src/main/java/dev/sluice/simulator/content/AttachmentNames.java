package dev.sluice.simulator.content;

import dev.sluice.simulator.SiteShape;
import java.util.List;
import java.util.Locale;

/** File names, media types and sizes of generated attachments. */
public final class AttachmentNames {

    private static final List<String> ENDINGS = List.of("png", "png", "png", "jpg", "pdf", "txt", "xlsx", "zip");
    private static final List<String> NASTY = List.of(
            "%d a b+c&d=e#f.png",
            "%d 100%% done.png",
            "%d schöne Übersicht.png",
            "CON.%d.png",
            "%d;semi,comma'quote.png",
            "%d 图表.png",
            "%d..png",
            "%d?what.png");

    private final SiteShape shape;

    public AttachmentNames(SiteShape shape) {
        this.shape = shape;
    }

    /** Name of one of the attachments of a page; unique within the page. */
    public String name(int spaceIndex, int ordinal, int index) {
        Dice dice = Dice.of(shape.seed(), 21, spaceIndex, ordinal, index);
        if (shape.nastyTitles() && dice.chance(10)) {
            return String.format(Locale.ROOT, dice.pick(NASTY), index);
        }
        return Words.noun(dice) + "-" + index + "." + dice.pick(ENDINGS);
    }

    /** Size in bytes of one version of an attachment: around the median, at most ten times and at least a tenth of it. */
    public long size(long attachmentId, int edition) {
        Dice dice = Dice.of(shape.seed(), 22, attachmentId, edition);
        double exponent = (dice.fraction() + dice.fraction() + dice.fraction() - 1.5) / 1.5;
        return Math.round(shape.attachmentBytes() * Math.pow(10, exponent));
    }

    /** Media type by the ending of a file name. */
    public static String mediaType(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "svg" -> "image/svg+xml";
            case "pdf" -> "application/pdf";
            case "txt", "md" -> "text/plain";
            case "html" -> "text/html";
            case "json" -> "application/json";
            case "zip" -> "application/zip";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> "application/octet-stream";
        };
    }
}
