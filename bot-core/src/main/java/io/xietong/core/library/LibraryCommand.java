package io.xietong.core.library;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Audience;
import java.time.LocalDate;
import java.util.Optional;

/** What people ask for around documents. */
public sealed interface LibraryCommand extends Command {

    /** 文件 as far as it is known, to be filled in. */
    record Draft(String name, String link) implements LibraryCommand {}

    /** 文件: put one on a shelf. @param review the day by which it is looked at again; by policy when empty */
    record Shelve(
            Shelf shelf,
            String name,
            String link,
            Optional<LibraryFile> file,
            Audience audience,
            Optional<LocalDate> review)
            implements LibraryCommand {

        Shelve with(LibraryFile uploaded) {
            return new Shelve(shelf, name, "", Optional.of(uploaded), audience, review);
        }
    }

    /**
     * 上传: the page on which a file is sent.
     *
     * @param number of the document that gets a new version; empty for a new document
     * @param text   its name, or what is new in the version; may be empty
     */
    record Upload(Optional<ItemNumber> number, String text) implements LibraryCommand {}

    /**
     * {@link Shelve} or {@link Renew} with a file that was sent for it.
     *
     * @param upload by which word the file is found
     */
    record WithUpload(LibraryCommand command, String upload) implements LibraryCommand {

        /** The command itself, when the file is there. */
        public LibraryCommand with(LibraryFile file) {
            return command instanceof Shelve shelve ? shelve.with(file) : ((Renew) command).with(file);
        }
    }

    /** 下载 the file of a version. @param edition from 1; the latest when empty */
    record Download(ItemNumber number, Optional<Integer> edition) implements LibraryCommand {}

    /** A verb about a document that exists. */
    sealed interface About extends LibraryCommand, AboutItem {}

    /** 更新: a new version. */
    record Renew(ItemNumber number, String link, Optional<LibraryFile> file, String note) implements About {

        Renew with(LibraryFile uploaded) {
            return new Renew(number, "", Optional.of(uploaded), note);
        }
    }

    /** 复核: it still holds. @param next the day of the next review; by policy when empty */
    record Review(ItemNumber number, Optional<LocalDate> next) implements About {}

    /** 移交 to another owner. */
    record HandOver(ItemNumber number, String person) implements About {}

    /** 下架. */
    record TakeOff(ItemNumber number, boolean confirmed) implements About {}
}
