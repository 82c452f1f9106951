package io.xietong.app.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads the bytes of a request, with the limit that holds for everybody, also when the length was not announced. */
final class Body {

    static final int LIMIT = 256 * 1024;

    private Body() {}

    static byte[] read(Context ctx) throws IOException {
        if (ctx.req().getContentLengthLong() > LIMIT) throw new ContentTooLargeResponse();
        byte[] bytes = ctx.req().getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) throw new ContentTooLargeResponse();
        return bytes;
    }
}
