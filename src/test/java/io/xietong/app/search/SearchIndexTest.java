package io.xietong.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.search.SearchIndex.Entry;
import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words are found in Chinese and English, whatever their width and case, the best first; and nearly, when they are mistyped. */
class SearchIndexTest {

    private final SearchIndex index = new SearchIndex();

    @BeforeEach
    void some_items() {
        index.put(List.of(
                entry(1, "新品海报主视觉 A3 尺寸", "", "li.lei", "zhou.jie"),
                entry(2, "包装盒尺寸确认", "海报也要改", "he.tao", "zhou.jie"),
                entry(3, "Quarterly budget for the exhibition 🎉", "", "guo.jing"),
                entry(4, "预算 100% 下划线_x", "", "guo.jing")));
    }

    private static Entry entry(long serial, String text, String comments, String... people) {
        return new Entry(ItemNumber.request(serial), text, comments, List.of(people));
    }

    private List<Long> found(String typed) {
        return find(new Sought(Sought.parts(typed), Map.of(), Set.of()), false);
    }

    private List<Long> nearly(String typed) {
        return find(new Sought(Sought.parts(typed), Map.of(), Set.of()), true);
    }

    private List<Long> find(Sought sought, boolean closest) {
        return index.find(sought, closest, 0, 10).stream()
                .map(ItemNumber::serial)
                .toList();
    }

    @Test
    void every_word_must_be_there_in_whatever_order_and_a_text_counts_more_than_a_comment() {
        assertThat(found("海报")).containsExactly(1L, 2L);
        assertThat(found("尺寸 新品")).containsExactly(1L);
        assertThat(found("海报 预算")).isEmpty();
        assertThat(found("报")).containsExactly(1L, 2L);
    }

    @Test
    void width_case_and_traditional_forms_do_not_matter() {
        assertThat(found("ａ３")).containsExactly(1L);
        assertThat(found("BUDGET")).containsExactly(3L);
        assertThat(found("海報")).containsExactly(1L, 2L);
        assertThat(found("exhib")).containsExactly(3L);
    }

    @Test
    void marks_find_nothing_and_an_emoji_is_a_word() {
        for (String marks : List.of("%", "_", "\"", "'", "* OR *", "\\", "(", "~", "　", ""))
            assertThat(found(marks)).as(marks).isEmpty();
        assertThat(found("100%")).containsExactly(4L);
        assertThat(found("🎉")).containsExactly(3L);
        assertThat(found("a".repeat(5_000))).isEmpty();
    }

    @Test
    void a_mistyped_word_is_found_nearly() {
        assertThat(found("新品海抱")).isEmpty();
        assertThat(nearly("新品海抱")).containsExactly(1L);
        assertThat(nearly("budgte")).containsExactly(3L);
        assertThat(nearly("bdgtee")).isEmpty();
        assertThat(nearly("bugdet")).containsExactly(3L);
        assertThat(nearly("exibition")).containsExactly(3L);
        assertThat(nearly("报海")).containsExactly(1L, 2L);
    }

    @Test
    void a_word_that_names_people_finds_what_they_have_a_part_in() {
        Sought named = new Sought(List.of("何涛"), Map.of("何涛", Set.of("he.tao")), Set.of());
        assertThat(find(named, false)).containsExactly(2L);
    }

    @Test
    void what_the_searcher_has_a_part_in_comes_first() {
        Sought near = new Sought(List.of("海报"), Map.of(), Set.of("he.tao"));
        assertThat(find(near, false)).containsExactly(2L, 1L);
    }

    @Test
    void an_item_that_changed_is_found_by_its_new_words_only() {
        index.put(List.of(entry(1, "展架", "", "li.lei")));
        assertThat(found("新品")).isEmpty();
        assertThat(found("展架")).containsExactly(1L);
    }
}
