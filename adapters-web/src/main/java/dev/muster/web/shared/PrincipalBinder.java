package dev.muster.web.shared;

import dev.muster.domain.session.Principal;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the one whom {@link RequestGate} let in to the methods of controllers that ask for a {@link Principal}. */
@Singleton
final class PrincipalBinder implements TypedRequestArgumentBinder<Principal> {

    private static final Argument<Principal> TYPE = Argument.of(Principal.class);

    @Override
    public Argument<Principal> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Principal> bind(ArgumentConversionContext<Principal> context, HttpRequest<?> request) {
        Optional<Object> principal = request.getAttribute(RequestGate.PRINCIPAL);
        return () -> principal.map(Principal.class::cast);
    }
}
