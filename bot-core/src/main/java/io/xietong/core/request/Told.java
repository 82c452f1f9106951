package io.xietong.core.request;

import io.xietong.core.feature.SharedWords;
import io.xietong.core.item.Fact;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.util.Optional;

/** Says a fact in a few words: in the trail, in the answer to the one who acted, and to one who came too late. */
final class Told {

    private final Organisation organisation;

    private Told(Organisation organisation) {
        this.organisation = organisation;
    }

    static Message of(Fact fact, Organisation organisation) {
        return fact instanceof RequestFact own ? new Told(organisation).tell(own) : SharedWords.told(fact);
    }

    private Message tell(RequestFact fact) {
        if (fact instanceof RequestFact.Filed f) return say(f, department(f.department()), owner(f.owner()));
        if (fact instanceof RequestFact.Accepted f) return say(f, f.promised());
        if (fact instanceof RequestFact.InfoAsked f) return say(f, f.question());
        if (fact instanceof RequestFact.InfoSupplied f) return say(f, f.answer());
        if (fact instanceof RequestFact.Transferred f)
            return say(f, department(f.toDepartment()), owner(f.owner()), reason(f.reason()));
        if (fact instanceof RequestFact.Declined f)
            return say(
                    f,
                    f.reason(),
                    f.suggestedDepartment()
                            .<Object>map(id -> Message.of("request.news.ask-instead", department(id)))
                            .orElse(""));
        if (fact instanceof RequestFact.Delivered f) return say(f, f.note());
        if (fact instanceof RequestFact.Verified f) return say(f, f.rating(), f.comment());
        if (fact instanceof RequestFact.Reopened f) return say(f, f.reason());
        if (fact instanceof RequestFact.Nudged f) return say(f, f.onThisDay());
        if (fact instanceof RequestFact.Escalated f) return say(f, reason(f.reason()));
        return say(fact);
    }

    private static Message say(RequestFact fact, Object... args) {
        return Message.of("request.fact." + fact.getClass().getSimpleName(), args);
    }

    private static Object reason(String given) {
        return given.isBlank() ? Message.of("request.no-reason") : given;
    }

    private String department(String id) {
        return organisation.departmentName(id);
    }

    private Object owner(Optional<String> owner) {
        return owner.<Object>map(organisation::nameOf).orElse(Message.of("request.nobody"));
    }
}
