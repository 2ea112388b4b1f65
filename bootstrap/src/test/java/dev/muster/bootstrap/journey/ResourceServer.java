package dev.muster.bootstrap.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Set;

/** Someone else who takes our access tokens: it knows the issuer, fetches the keys, and keeps them as its library does. */
final class ResourceServer {

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private ResourceServer(JWKSource<SecurityContext> keys, String issuer) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                "muster",
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("sub", "exp", "iat", "jti", "client_id")));
    }

    /** With the library's own ways to keep keys. */
    static ResourceServer of(AuthorizationServerMetadata metadata) throws MalformedURLException {
        return new ResourceServer(
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL()).build(),
                metadata.getIssuer().getValue());
    }

    /** What the token says, if it is one of this issuer's (RFC 9068, section 4). */
    JWTClaimsSet verify(String accessToken) throws ParseException, BadJOSEException, JOSEException {
        return processor.process(accessToken, null);
    }
}
