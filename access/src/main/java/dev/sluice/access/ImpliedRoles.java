package dev.sluice.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whoever has a role, by whatever token, has those that it includes. */
@ApplicationScoped
class ImpliedRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        QuarkusSecurityIdentity.Builder augmented = QuarkusSecurityIdentity.builder(identity);
        identity.getRoles().stream()
                .map(Role::named)
                .flatMap(Optional::stream)
                .forEach(role -> augmented.addRoles(role.implied()));
        return Uni.createFrom().item(augmented.build());
    }
}
