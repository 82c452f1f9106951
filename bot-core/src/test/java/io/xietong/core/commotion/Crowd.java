package io.xietong.core.commotion;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.item.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays random steps, then lets time run until every clock has come to rest. */
final class Crowd {

    private static final Duration LONG = Duration.ofDays(120);

    private Crowd() {}

    record Saying(String person, AboutItem command) {}

    /** @param apt what leads on, said by who may say it */
    static <S extends Item> void acts(
            Commotion<S> commotion, List<Step> steps, List<AboutItem> verbs, List<Saying> apt) {
        List<Saying> said = new ArrayList<>();
        for (Step step : steps) {
            commotion.until(commotion.now().plus(Duration.ofMinutes(step.minutes())));
            Saying saying = saying(step, verbs, apt, said);
            for (int time = 0; time < step.times(); time++) commotion.does(saying.person(), saying.command());
            said.add(saying);
        }
        commotion.until(commotion.now().plus(LONG));
        commotion.the_trail_is_unbroken();
    }

    private static Saying saying(Step step, List<AboutItem> verbs, List<Saying> apt, List<Saying> before) {
        int any = step.verb() * Step.PEOPLE.size() + step.person();
        return switch (step.how()) {
            case APT -> apt.get(any % apt.size());
            case LATE -> before.isEmpty() ? apt.get(any % apt.size()) : before.get(any % before.size());
            case ANYTHING -> new Saying(Step.PEOPLE.get(step.person()), verbs.get(step.verb()));
        };
    }
}
