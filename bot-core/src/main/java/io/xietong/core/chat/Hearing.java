package io.xietong.core.chat;

import io.xietong.core.people.Organisation;
import io.xietong.core.text.Language;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is to be understood, and what is known about the moment it was said.
 *
 * @param text       as typed, or the phrase of a pressed button
 * @param form       values of the card's form; a value there wins over the same thing in the text
 * @param speaker    person id
 * @param today      in the company's zone
 * @param workingDay for 「3个工作日后」
 */
public record Hearing(
        String text,
        Map<String, String> form,
        Organisation organisation,
        String speaker,
        boolean group,
        LocalDate today,
        Predicate<LocalDate> workingDay,
        Language language) {

    public Hearing {
        form = Map.copyOf(form);
    }
}
