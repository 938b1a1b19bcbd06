package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a complete listing says of one resource, and where the export keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PageResource.class, name = "page"),
    @JsonSubTypes.Type(value = AttachmentResource.class, name = "attachment"),
    @JsonSubTypes.Type(value = ImageResource.class, name = "image")
})
public sealed interface Resource permits PageResource, AttachmentResource, ImageResource {

    ResourceKey key();

    String spaceKey();

    ResourceVersion version();

    /** Where its file lies, relative to the destination, with {@code /} between the parts. */
    String path();

    /** What is compared beside version and path: a change here is a change of the resource. */
    String identity();
}
