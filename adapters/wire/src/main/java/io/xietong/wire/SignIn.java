package io.xietong.wire;

import java.net.URI;
import java.util.Optional;

/**
 * A platform's way of telling a web page who opens it: the visitor is sent to the platform and comes back. The caller binds the
 * state to the visitor's browser. Thread-safe.
 */
public interface SignIn {

    /** Characters that a code may have at most; longer ones are not asked about. */
    int LONGEST_CODE = 512;

    /**
     * Where to send the visitor.
     *
     * @param back  where the platform sends the visitor afterwards, with a code and the {@code state}
     * @param state letters and digits, at most 128
     */
    URI address(URI back, String state);

    /** The parameter in which the visitor brings the code back. */
    default String codeName() {
        return "code";
    }

    /**
     * The visitor's account on the platform; empty when the code is not good, or for somebody from outside the company.
     *
     * @param back where the visitor was to come back to
     * @throws IllegalStateException while the platform cannot say
     */
    Optional<String> account(String code, URI back);

    /** Refuses states that would not come back as they went. */
    static String sound(String state) {
        if (!state.matches("[A-Za-z0-9]{1,128}")) throw new IllegalArgumentException("a state of letters and digits");
        return state;
    }
}
