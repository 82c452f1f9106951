package io.xietong.core.dispute;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 受案 and 表决, typed or from the card. */
final class CommitteeReader {

    private static final Map<DisputeCommand.Choice, Pattern> CHOICES = new LinkedHashMap<>();
    private static final Map<DisputeKind, Pattern> KINDS = new LinkedHashMap<>();

    static {
        CHOICES.put(DisputeCommand.Choice.ABSTAIN, Pattern.compile("^(?:弃权|abstain)"));
        CHOICES.put(DisputeCommand.Choice.FIRST, Pattern.compile("^(?:支持|赞成|投|for |support )?\\s?(?:甲方?|first)"));
        CHOICES.put(DisputeCommand.Choice.SECOND, Pattern.compile("^(?:支持|赞成|投|for |support )?\\s?(?:乙方?|second)"));
        KINDS.put(DisputeKind.RESPONSIBILITY, Pattern.compile("职责|责任|分工|responsib"));
        KINDS.put(DisputeKind.SCHEDULE, Pattern.compile("进度|时间|日期|schedule|time"));
        KINDS.put(DisputeKind.RESOURCES, Pattern.compile("资源|人手|经费|预算|resource|budget"));
        KINDS.put(DisputeKind.OTHER, Pattern.compile("其他|其它|other"));
    }

    private CommitteeReader() {}

    static Reading receive(Spoken spoken) {
        Optional<DisputeKind> kind = spoken.field("kind")
                .flatMap(name -> Arrays.stream(DisputeKind.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst())
                .or(() -> KINDS.entrySet().stream()
                        .filter(entry ->
                                entry.getValue().matcher(spoken.folded()).find())
                        .map(Map.Entry::getKey)
                        .findFirst());
        if (kind.isPresent()) return new Reading.Understood(new DisputeCommand.Receive(spoken.number(), kind.get()));
        List<Input.Option> kinds = KINDS.keySet().stream()
                .map(known -> new Input.Option(known.name(), say(spoken, "dispute.kind." + known)))
                .toList();
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.receive.what", spoken.number()),
                List.of(Input.choice("kind", "dispute.input.kind", true, "", kinds)));
    }

    static Reading vote(Spoken spoken) {
        Optional<String> chosen = spoken.field("choice");
        String folded = spoken.folded().strip();
        for (Map.Entry<DisputeCommand.Choice, Pattern> choice : CHOICES.entrySet()) {
            Matcher said = choice.getValue().matcher(folded);
            boolean found = chosen.map(choice.getKey().name()::equals).orElseGet(said::find);
            if (!found) continue;
            String reason = chosen.isPresent()
                    ? spoken.text()
                    : Spoken.unquoted(spoken.between(
                            spoken.folded().indexOf(folded) + said.end(),
                            spoken.folded().length()));
            return new Reading.Understood(new DisputeCommand.Vote(spoken.number(), choice.getKey(), reason));
        }
        List<Input.Option> choices = Arrays.stream(DisputeCommand.Choice.values())
                .map(choice -> new Input.Option(choice.name(), say(spoken, "phrase.vote." + choice)))
                .toList();
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of("phrase.vote.what", spoken.number()),
                List.of(
                        Input.choice("choice", "phrase.vote.choice", true, "", choices),
                        Input.longText("text", "phrase.vote.text", false, "", "")));
    }

    private static String say(Spoken spoken, String key) {
        return Words.in(
                        spoken.hearing().language(),
                        spoken.hearing().organisation().zone())
                .say(key);
    }
}
