package io.xietong.core.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a work calendar is built from, later layers winning: week, statutory years, company days, department days. */
public record CalendarSources(
        ZoneId zone,
        WorkingWeek week,
        List<CalendarYear> years,
        List<SpecialDay> companyDays,
        Map<String, List<SpecialDay>> departmentDays) {

    public CalendarSources {
        years = List.copyOf(years);
        companyDays = List.copyOf(companyDays);
        departmentDays = Map.copyOf(departmentDays);
    }

    /** The usual week and the statutory days alone. */
    public static CalendarSources usual(ZoneId zone) {
        return new CalendarSources(zone, WorkingWeek.usual(), List.of(), List.of(), Map.of());
    }
}
