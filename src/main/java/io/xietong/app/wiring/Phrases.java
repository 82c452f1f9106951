package io.xietong.app.wiring;

import io.xietong.core.action.ActionPhrases;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.TalkPhrases;
import io.xietong.core.dispute.DisputePhrases;
import io.xietong.core.feature.SharedPhrases;
import io.xietong.core.gate.GatePhrases;
import io.xietong.core.library.LibraryPhrases;
import io.xietong.core.meeting.MeetingPhrases;
import io.xietong.core.notice.NoticePhrases;
import io.xietong.core.project.ProjectPhrases;
import io.xietong.core.request.RequestPhrases;
import io.xietong.core.request.RequestSentence;
import java.util.ArrayList;
import java.util.List;

/** All verbs of all features, in the order in which help shows them. */
public final class Phrases {

    private Phrases() {}

    public static Phrasebook book() {
        List<Phrase> phrases = new ArrayList<>(RequestPhrases.all());
        phrases.addAll(DisputePhrases.all());
        phrases.addAll(ActionPhrases.all());
        phrases.addAll(ProjectPhrases.all());
        phrases.addAll(GatePhrases.all());
        phrases.addAll(MeetingPhrases.all());
        phrases.addAll(NoticePhrases.all());
        phrases.addAll(LibraryPhrases.all());
        phrases.addAll(SharedPhrases.all());
        phrases.addAll(TalkPhrases.all());
        return new Phrasebook(phrases, RequestSentence::natural);
    }
}
