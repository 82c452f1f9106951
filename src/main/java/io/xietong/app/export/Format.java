package io.xietong.app.export;

import java.util.Locale;

/** What kind of file a table is written into. */
public enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] write(Sheet sheet) {
            return Workbooks.write(sheet);
        }
    },
    CSV("text/csv; charset=utf-8") {
        @Override
        public byte[] write(Sheet sheet) {
            return CommaSeparated.write(sheet);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** As a browser is told. */
    public String type() {
        return type;
    }

    /** The end of the file's name. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    public abstract byte[] write(Sheet sheet);
}
