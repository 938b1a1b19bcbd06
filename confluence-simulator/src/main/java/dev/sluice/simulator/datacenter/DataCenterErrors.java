package dev.sluice.simulator.datacenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Json;
import dev.sluice.simulator.http.Refusal;
import dev.sluice.simulator.http.Response;

/** Error answers of Data Center. */
final class DataCenterErrors {

    private DataCenterErrors() {}

    static Response error(int status, String reason, String message) {
        ObjectNode body = Json.object().put("statusCode", status);
        body.putObject("data")
                .put("authorized", status != 401 && status != 403)
                .put("valid", true)
                .put("successful", false)
                .putArray("errors");
        return Response.json(status, body.put("message", message).put("reason", reason));
    }

    static Refusal notFound(String message) {
        return new Refusal(error(404, "Not Found", message));
    }

    static Refusal noContent(String id) {
        return notFound("No content found with id: ContentId{id=" + id + "}");
    }

    static Refusal invalid(String message) {
        return new Refusal(error(400, "Bad Request", message));
    }

    static Response unauthorised() {
        return error(401, "Unauthorized", "Client must be authenticated to access this resource.")
                .with("WWW-Authenticate", "OAuth realm=\"https%3A%2F%2Fsimulator.example\"");
    }

    static Response loginPage() {
        return Response.html(
                200,
                "<!DOCTYPE html><html><head><title>Log In - Confluence</title></head><body>"
                        + "<form name=\"loginform\" action=\"/dologin.action\" method=\"post\"><h2>Log in</h2>"
                        + "<input name=\"os_username\"/><input name=\"os_password\" type=\"password\"/></form></body></html>");
    }
}
