package io.xietong.wire;

/** No answer was had, so it is not known whether the call took effect. Carries neither address nor content. */
public final class HttpFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    HttpFault(String what) {
        super(what, null, false, false);
    }
}
