package io.xietong.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Asks Lucene for what somebody looks for. */
final class Queries {

    private static final float COMMENT = 0.5f;
    private static final float NEAR = 3f;
    /** From so many letters on, one wrong letter still means the same word; from twice as many, two. */
    private static final int TYPO = 4;

    private Queries() {}

    static Query of(Sought sought, boolean closest) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String part : sought.parts()) {
            Query named = people(sought.people().getOrDefault(part, Set.of()));
            query.add(either(List.of(text(part, closest), named)), Occur.MUST);
        }
        query.add(new BoostQuery(new ConstantScoreQuery(people(sought.near())), NEAR), Occur.SHOULD);
        return query.build();
    }

    private static Query people(Set<String> people) {
        return new TermInSetQuery(
                SearchIndex.PERSON, people.stream().map(BytesRef::new).toList());
    }

    /** Text or comment must hold the part. */
    private static Query text(String part, boolean closest) {
        return either(List.of(
                holds(SearchIndex.TEXT, part, closest),
                new BoostQuery(holds(SearchIndex.COMMENTS, part, closest), COMMENT)));
    }

    private static Query holds(String field, String part, boolean closest) {
        List<Query> pieces = new ArrayList<>();
        for (Terms.Piece piece : Terms.pieces(part))
            pieces.add(piece.chinese() ? chinese(field, piece, closest) : word(field, piece.text(), closest));
        return all(pieces);
    }

    /** All pairs; nearly: half of them, or all characters in whatever order. */
    private static Query chinese(String field, Terms.Piece piece, boolean closest) {
        List<Query> pairs = terms(field, piece.pairs());
        if (!closest) return all(pairs);
        Query characters = all(terms(field, piece.characters()));
        if (pairs.size() < 2) return either(List.of(all(pairs), characters));
        BooleanQuery.Builder half = new BooleanQuery.Builder();
        pairs.forEach(pair -> half.add(pair, Occur.SHOULD));
        half.setMinimumNumberShouldMatch((pairs.size() + 1) / 2);
        return either(List.of(half.build(), characters));
    }

    private static Query word(String field, String word, boolean closest) {
        Term term = new Term(field, word);
        List<Query> ways = new ArrayList<>(List.of(new TermQuery(term)));
        if (word.length() > 1) ways.add(new PrefixQuery(term));
        if (closest && word.length() >= TYPO) ways.add(new FuzzyQuery(term, word.length() < 2 * TYPO ? 1 : 2, 1));
        return either(ways);
    }

    private static List<Query> terms(String field, List<String> terms) {
        return terms.stream()
                .<Query>map(term -> new TermQuery(new Term(field, term)))
                .toList();
    }

    private static Query all(List<Query> parts) {
        return joined(parts, Occur.MUST);
    }

    private static Query either(List<Query> ways) {
        return joined(ways, Occur.SHOULD);
    }

    private static Query joined(List<Query> parts, Occur how) {
        if (parts.size() == 1) return parts.get(0);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, how));
        return query.build();
    }
}
