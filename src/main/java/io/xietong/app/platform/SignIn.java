package io.xietong.app.platform;

import java.net.URI;
import java.util.Optional;

/** A platform's way of telling a web page who opens it: the visitor is sent to the platform and comes back. Thread-safe. */
public interface SignIn {

    /**
     * Where to send the visitor.
     *
     * @param back  where the platform sends the visitor afterwards, with the parameters {@code code} and {@code state}
     * @param state letters and digits, at most 128
     */
    URI address(URI back, String state);

    /**
     * The visitor's account on the platform; empty when the code is not good, or for somebody from outside the company.
     *
     * @throws IllegalStateException while the platform cannot say
     */
    Optional<String> account(String code);
}
