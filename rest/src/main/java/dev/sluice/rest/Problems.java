package dev.sluice.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says as a {@link Problem} what is wrong with a request. */
public class Problems {

    @ServerExceptionMapper
    Response wrong(IllegalArgumentException e) {
        return Problem.response(400, "bad-request", String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e) {
        String detail = e.getCause() instanceof IllegalArgumentException wrong
                ? String.valueOf(wrong.getMessage())
                : "The body is not the JSON that is expected: " + e.getOriginalMessage();
        return Problem.response(400, "bad-request", detail);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unknown(RuntimeException ignored) {
        Response problem = Problem.response(
                401, "unauthorized", "Send an API key or a token that is valid, as 'Authorization: Bearer …'.");
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException ignored) {
        return Problem.response(403, "forbidden", "This needs another role than yours: see docs/security.md.");
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        int status = e.getResponse().getStatus();
        String kind = status == 404 ? "not-found" : status >= 500 ? "internal-error" : "bad-request";
        return Problem.response(status, kind, String.valueOf(e.getMessage()));
    }
}
