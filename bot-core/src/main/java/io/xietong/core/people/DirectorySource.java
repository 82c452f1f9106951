package io.xietong.core.people;

import java.util.List;

/** A platform's own list of departments and members, read for {@code sync}. Blocks until it is read whole. */
public interface DirectorySource {

    /**
     * @throws UnreadableDirectory when it cannot be read now, naming the missing permission where the platform names it
     */
    Listing read();

    /** What the platform says. */
    record Listing(List<Unit> departments, List<Member> members) {

        public Listing {
            departments = List.copyOf(departments);
            members = List.copyOf(members);
        }
    }

    /**
     * A department as the platform knows it.
     *
     * @param id     the platform's id
     * @param parent empty for the root
     * @param heads  account ids
     */
    record Unit(String id, String name, String parent, List<String> heads) {

        public Unit {
            heads = List.copyOf(heads);
        }
    }

    /**
     * Somebody as the platform knows them.
     *
     * @param account     the platform's id, as in {@code accounts} of {@code organisation.yml}
     * @param departments the platform's ids; the main one first
     * @param active      false for people who have left or were frozen
     */
    record Member(String account, String name, List<String> departments, boolean active) {

        public Member {
            departments = List.copyOf(departments);
        }
    }

    /** The directory cannot be read; the message is a sentence for the administrator and carries no secret. */
    final class UnreadableDirectory extends RuntimeException {

        private static final long serialVersionUID = 1;

        public UnreadableDirectory(String why) {
            super(why, null, false, false);
        }
    }
}
