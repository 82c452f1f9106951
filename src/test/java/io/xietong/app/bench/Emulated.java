package io.xietong.app.bench;

import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.emulator.wecom.WecomEmulator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** The people of the company who have an account on one emulated platform, and ask other departments for something there. */
final class Emulated {

    private final String platform;
    private final Emulator emulator;
    private final Organisation organisation;
    private final List<Person> people;

    Emulated(String platform, Emulator emulator, Organisation organisation) {
        this.platform = platform;
        this.emulator = emulator;
        this.organisation = organisation;
        this.people = organisation.people().stream()
                .filter(person -> person.accounts().containsKey(platform))
                .toList();
    }

    /** So many requests as the platform sends them: whole HTTP calls, signed and encrypted. */
    List<byte[]> signed(int calls) throws IOException {
        try (Overheard overheard = new Overheard()) {
            point(overheard.address());
            Random random = new Random();
            for (int i = 0; i < calls; i++) asks(i, random);
            return overheard.requests();
        }
    }

    /** What they say goes to this program from now on, as fast as it can. */
    void point(String program) {
        if (emulator instanceof FeishuEmulator feishu) {
            feishu.pushTo(URI.create(program + "/feishu/events"));
            feishu.limitSending(false);
        } else if (emulator instanceof DingtalkEmulator dingtalk) {
            dingtalk.pushTo(URI.create(program));
            dingtalk.limitSpeed(false);
        } else {
            ((WecomEmulator) emulator).pushTo(URI.create(program));
        }
    }

    /** One of them asks for something. */
    void asks(int which, Random random) {
        Person person = people.get(which % people.size());
        String account = person.accounts().get(platform);
        emulator.say(account, chat(account), BenchOffice.asks(organisation, person, random));
    }

    private String chat(String account) {
        return switch (platform) {
            case "feishu" -> FeishuEmulator.single(account);
            case "dingtalk" -> DingtalkEmulator.single(account);
            default -> WecomEmulator.appChat(account);
        };
    }
}
