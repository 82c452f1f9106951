package io.xietong.app.desk;

import io.xietong.app.export.Format;
import io.xietong.app.store.Database;
import java.util.ArrayList;
import java.util.List;

/** All items of the company in one file, whoever may see them. */
public final class WholeExport {

    private WholeExport() {}

    /** @param items how many are in it */
    public record Result(byte[] content, int items) {}

    /** In the company's language; each kind newest first. */
    public static Result of(Database database, Company company, Format format) {
        List<Found<?>> items = database.read(books -> {
            List<Found<?>> all = new ArrayList<>();
            for (Kind<?, ?> kind : company.features().all())
                all.addAll(Newest.of(kind, books, found -> true, Integer.MAX_VALUE));
            return all;
        });
        return new Result(format.write(Exporting.sheet(items, company, company.words())), items.size());
    }
}
