package io.xietong.app.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One event, one line: JSON for machines, or text for a terminal; secrets masked in both. */
public final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ThrowableProxyConverter faults = new ThrowableProxyConverter();
    private final boolean json;

    LogLine(boolean json) {
        this.json = json;
    }

    @Override
    public void start() {
        faults.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String message = Redaction.line(event.getFormattedMessage());
        String fault = event.getThrowableProxy() == null ? "" : Redaction.masked(faults.convert(event));
        return json ? json(event, message, fault) : text(event, message, fault);
    }

    private static String text(ILoggingEvent event, String message, String fault) {
        String logger = event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1);
        String line = Instant.ofEpochMilli(event.getTimeStamp()) + " " + event.getLevel() + " " + logger + " " + message
                + "\n";
        return fault.isEmpty() ? line : line + indented(fault);
    }

    /** So that no line of a fault, whose message may be anybody's text, looks like a line of the log. */
    private static String indented(String fault) {
        return fault.lines()
                .map(line -> "    " + Redaction.visible(line) + "\n")
                .collect(Collectors.joining());
    }

    private static String json(ILoggingEvent event, String message, String fault) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("at", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", message);
        if (!fault.isEmpty()) line.put("fault", fault);
        event.getMDCPropertyMap().forEach((name, value) -> line.putIfAbsent(name, Redaction.named(name, value)));
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            return message + "\n";
        }
    }
}
