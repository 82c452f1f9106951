package io.xietong.app.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser sent from a form page that asks for a file. Everything stays in memory; nothing is written to disk.
 *
 * @param fields all that is no file
 * @param file   empty when none was chosen
 */
record UploadBody(FormBody fields, Optional<Chosen> file) {

    private static final String CONFIG = "org.eclipse.jetty.multipartConfig";
    /** So many times what is allowed is read and thrown away, so that the browser sees the answer and no broken connection. */
    private static final int PATIENCE = 5;

    /** @param name as the browser says it, which may be anything */
    record Chosen(String name, byte[] content) {

        static final Chosen NONE = new Chosen("", new byte[0]);
    }

    /**
     * Empty when it is no such form, or one that cannot be read.
     *
     * @param largest bytes of the file; one byte more is still read, so that it can be told apart
     * @throws ContentTooLargeResponse when it is larger, fields included
     */
    static Optional<UploadBody> of(Context ctx, long largest) throws IOException {
        HttpServletRequest request = ctx.req();
        boolean multipart = String.valueOf(ctx.contentType()).startsWith("multipart/form-data");
        long length = request.getContentLengthLong();
        if (!multipart || length < 0) return Optional.empty();
        long most = largest + Body.LIMIT;
        if (length > most) {
            drain(request.getInputStream(), PATIENCE * most);
            throw new ContentTooLargeResponse();
        }
        request.setAttribute(CONFIG, new MultipartConfigElement("", most, most, (int) most));
        try {
            return Optional.of(read(request.getParts()));
        } catch (ServletException | IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void drain(InputStream body, long most) throws IOException {
        byte[] thrownAway = new byte[64 * 1024];
        long read = 0;
        for (int got = 0; got >= 0 && read < most; read += got) got = body.read(thrownAway);
    }

    private static UploadBody read(Iterable<Part> parts) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        Optional<Chosen> file = Optional.empty();
        for (Part part : parts) {
            byte[] content = part.getInputStream().readAllBytes();
            String name = part.getSubmittedFileName();
            if (name == null) fields.put(part.getName(), new String(content, StandardCharsets.UTF_8));
            else if (!name.isEmpty()) file = Optional.of(new Chosen(name, content));
        }
        return new UploadBody(FormBody.of(fields), file);
    }
}
