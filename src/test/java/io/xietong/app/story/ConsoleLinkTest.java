package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.OneTimeToken;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 控制台: everybody gets a link of their own, only in private. */
class ConsoleLinkTest {

    private static final Pattern LINK = Pattern.compile("/console/enter/([\\w-]+)");

    @Test
    void a_link_comes_in_private_wherever_it_is_asked_for_and_is_kept_as_a_hash_alone() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            String first = token(li.says("控制台").sees("控制台已为你打开,链接 10分钟内有效"));
            String second = token(li.says_in_the_group("console").sees("只能用一次"));
            assertThat(second).isNotEqualTo(first);
            office.nothing_else_was_said();
            String account = office.database.read(books -> {
                assertThat(books.consolePasses().find(first, false, office.clock.instant()))
                        .isEmpty();
                return books.consolePasses()
                        .find(OneTimeToken.hash(first), false, office.clock.instant())
                        .orElseThrow()
                        .account();
            });
            assertThat(account).isEqualTo(office.stage.account("li.lei"));
        }
    }

    private static String token(Seen message) {
        Matcher link = LINK.matcher(message.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
