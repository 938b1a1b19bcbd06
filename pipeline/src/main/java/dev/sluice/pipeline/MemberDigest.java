package dev.sluice.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What belongs to a page, its children or its files, as one short answer: the same in whatever order they are added, and
 * another one when any of them appears, vanishes, moves or is renamed.
 */
public final class MemberDigest {

    private long high;
    private long low;
    private boolean empty = true;

    /** A child, or a file, of the page. */
    public void add(Resource member) {
        add(member, member.path());
    }

    /** A child, or a file, of the page; {@code path}: what pages that ask for it are told. */
    public void add(Resource member, String path) {
        switch (member) {
            case PageResource child -> addPage(child.key().id(), child.title(), path);
            case AttachmentResource file -> addFile(file.fileName(), path);
            case ImageResource image -> throw new IllegalArgumentException("belongs to no page: " + image.key());
        }
    }

    public void addPage(String id, String title, String path) {
        add(id + "\n" + StorableText.of(title) + "\n" + path);
    }

    public void addFile(String fileName, String path) {
        add(fileName + "\n" + path);
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return empty;
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    private void add(String line) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            ByteBuffer numbers = ByteBuffer.wrap(hash);
            high += numbers.getLong();
            low += numbers.getLong();
            empty = false;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
