package dev.muster.security.session;

import java.security.Provider;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signatures in native code: Amazon Corretto's provider, if the class path has one that runs on this platform. It is
 * asked for by name and never registered, so nothing else changes its source of cryptography.
 */
final class NativeSignatures {

    private static final Logger LOG = LoggerFactory.getLogger(NativeSignatures.class);
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeSignatures() {}

    /** Takes some 300 ms: it unpacks a library, and the library tests itself. */
    static Optional<Provider> find() {
        Optional<Provider> found = ServiceLoader.load(Provider.class).stream()
                .filter(candidate -> candidate.type().getName().equals(PROVIDER))
                .map(ServiceLoader.Provider::get)
                .filter(NativeSignatures::runs)
                .findFirst();
        if (found.isEmpty()) {
            LOG.info("No native signatures for this platform; tokens are signed and verified in Java");
        }
        return found;
    }

    /** A provider whose library can't be loaded is there, but offers nothing. */
    private static boolean runs(Provider provider) {
        return provider.getService("Signature", "SHA256withECDSA") != null
                && provider.getService("Signature", "SHA256withRSA") != null;
    }
}
