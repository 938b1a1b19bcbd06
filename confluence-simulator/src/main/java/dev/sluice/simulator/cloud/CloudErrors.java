package dev.sluice.simulator.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Refusal;
import dev.sluice.simulator.http.Response;
import org.jspecify.annotations.Nullable;

/** Error answers of Cloud: REST v2, REST v1 and the gateway in front of them. */
final class CloudErrors {

    private static final String FORBIDDEN =
            "com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: "
                    + "403 FORBIDDEN \"Request rejected because caller cannot access Confluence\"";

    private CloudErrors() {}

    static Response v2(int status, String code, String title, @Nullable String detail) {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("status", status)
                .put("code", code)
                .put("title", title)
                .put("detail", detail);
        return Response.json(status, body);
    }

    static Refusal notFound() {
        return new Refusal(v2(404, "NOT_FOUND", "Not Found", null));
    }

    static Refusal invalid(String title, @Nullable String detail) {
        return new Refusal(v2(400, "INVALID_REQUEST_PARAMETER", title, detail));
    }

    static Refusal wrongType(String parameter, String type, String detail) {
        return invalid(
                "Provided value for '" + parameter + "' is not the correct type. Expected type is " + type + ".",
                detail);
    }

    static Response v1(int status, String message) {
        return Response.json(status, Json.object().put("statusCode", status).put("message", message));
    }

    static Response v1Forbidden() {
        return v1(403, FORBIDDEN);
    }

    static Response v1NotFound(String what) {
        return v1(404, "com.atlassian.confluence.api.service.exceptions.NotFoundException: No " + what + " found");
    }

    /** A read of REST v1 that was dropped in favour of v2. */
    static Response gone() {
        return v1(
                        410,
                        "com.atlassian.confluence.api.service.exceptions.GoneException: "
                                + "This deprecated endpoint has been removed.")
                .with("deprecation", "Wed, 1 Mar 2023 00:00:00 GMT");
    }

    /** A read of REST v1 that is still answered, with the end announced. */
    static Response deprecated(Response answer) {
        return answer.with("deprecation", "Wed, 1 Mar 2023 00:00:00 GMT")
                .with("warning", "299 - \"Deprecated API, will be removed on Mon, 31 Mar 2025 00:00:00 GMT\"")
                .with(
                        "link",
                        "<https://developer.atlassian.com/cloud/confluence/changelog/#CHANGE-864>;"
                                + " rel=\"deprecation\"");
    }

    static Response oauthRequired() {
        return Response.html(
                        401,
                        "<!doctype html><html lang=\"en\"><head><title>HTTP Status 401 – Unauthorized</title></head>"
                                + "<body><h1>HTTP Status 401 – Unauthorized</h1></body></html>")
                .with("WWW-Authenticate", "OAuth realm=\"https%3A%2F%2Fsimulator.example\"");
    }
}
