package io.xietong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VoiceTest {

    @Test
    void moments_are_told_as_in_the_zone_it_was_given() {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Voice machine = new Voice(Words.in(Language.CHINESE, ZoneOffset.UTC), writer, writer);
        Instant moment = Instant.parse("2026-11-24T01:00:00Z");
        machine.at(ZoneId.of("Asia/Shanghai")).tell("talk.duty.restored", moment, moment, 3);
        assertThat(said.toString()).contains("11月24日(周二) 09:00").doesNotContain("01:00");
    }
}
