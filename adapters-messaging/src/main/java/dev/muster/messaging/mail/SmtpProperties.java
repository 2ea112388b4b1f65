package dev.muster.messaging.mail;

import dev.muster.messaging.mail.SmtpServer.Encryption;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** The settings of the mail library for a server. */
final class SmtpProperties {

    private static final String PREFIX = "mail.smtp.";

    private SmtpProperties() {}

    static Properties of(SmtpServer server, Duration patience, SSLSocketFactory sockets) {
        Encryption encryption = server.encryption();
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        put(properties, "host", server.host());
        put(properties, "port", server.port());
        put(properties, "auth", server.login().isPresent());
        // Both carry the password as it is, under TLS. What else the library knows is out of date.
        put(properties, "auth.mechanisms", "PLAIN LOGIN");
        put(properties, "ssl.enable", encryption == Encryption.IMPLICIT);
        put(properties, "starttls.enable", encryption == Encryption.REQUIRED || encryption == Encryption.OFFERED);
        put(properties, "starttls.required", encryption == Encryption.REQUIRED);
        put(properties, "ssl.checkserveridentity", true);
        put(properties, "ssl.protocols", "TLSv1.2 TLSv1.3");
        // The library wants this one as the object itself.
        properties.put(PREFIX + "ssl.socketFactory", sockets);
        put(properties, "connectiontimeout", patience.toMillis());
        put(properties, "timeout", patience.toMillis());
        put(properties, "writetimeout", patience.toMillis());
        return properties;
    }

    private static void put(Properties properties, String name, Object value) {
        properties.put(PREFIX + name, value.toString());
    }
}
