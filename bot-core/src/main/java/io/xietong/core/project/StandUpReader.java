package io.xietong.core.project;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.regex.Pattern;

/** Reads 站会: 「站会 XM-8 开启」, 「站会 XM-8 画完图;排产;等物料」, or the fields of the card. */
final class StandUpReader {

    private static final Pattern SWITCHED_ON = Pattern.compile("(?:开启|打开|开始|启用|on|start)");
    private static final Pattern SWITCHED_OFF = Pattern.compile("(?:关闭|停止|停用|取消|off|stop)");
    private static final Pattern BREAK = Pattern.compile("[\\n;;]");

    private StandUpReader() {}

    static Reading read(Spoken spoken) {
        String folded = spoken.folded().strip();
        if (SWITCHED_ON.matcher(folded).matches())
            return new Reading.Understood(new ProjectCommand.SetStandUp(spoken.number(), true));
        if (SWITCHED_OFF.matcher(folded).matches())
            return new Reading.Understood(new ProjectCommand.SetStandUp(spoken.number(), false));
        String[] typed = BREAK.split(spoken.typed(), 3);
        String done = answer(spoken, "done", typed, 0);
        String next = answer(spoken, "next", typed, 1);
        String blocker = answer(spoken, "blocker", typed, 2);
        if (!done.isBlank() || !next.isBlank())
            return new Reading.Understood(new ProjectCommand.StandUpAnswer(spoken.number(), done, next, blocker));
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("project.refused.nothing-answered", spoken.number()),
                List.of(
                        Input.text("done", "project.input.done", false, "", ""),
                        Input.text("next", "project.input.next", false, "", ""),
                        Input.text("blocker", "project.input.blocker", false, "", blocker)));
    }

    private static String answer(Spoken spoken, String field, String[] typed, int place) {
        return spoken.field(field).orElse(place < typed.length ? typed[place].strip() : "");
    }
}
