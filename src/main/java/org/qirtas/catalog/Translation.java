package org.qirtas.catalog;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.qirtas.archive.Status;

/** Our queries in Lucene's terms. */
final class Translation {
  private static final float WEIGHT_OF_A_TITLE = 3;

  private final QueryBuilder stemmed = new QueryBuilder(new FoldedAnalyzer(true));
  private final QueryBuilder plain = new QueryBuilder(new FoldedAnalyzer(false));

  org.apache.lucene.search.Query of(Query query) {
    return switch (query) {
      case Query.All() -> MatchAllDocsQuery.INSTANCE;
      case Query.Within within -> days(within);
      case Query.Undated() -> exactly(Entry.UNDATED, "yes");
      case Query.Words(String words) -> words(words);
      case Query.Phrase(String words) -> phrase(Entry.PHRASES, words);
      case Query.Alike(String word) -> alike(word);
      case Query.Author(String name) -> allOf(Entry.AUTHOR, name);
      case Query.Place(String name) -> allOf(Entry.PLACE, name);
      case Query.Tag(String tag) -> phrase(Entry.TAG, tag);
      case Query.Publisher(String name) -> allOf(Entry.PUBLISHER, name);
      case Query.Length(int least, int most) -> IntField.newRangeQuery(Entry.LENGTH, least, most);
      case Query.InLanguage(String tag) ->
          exactly(Entry.LANGUAGE, tag.toLowerCase(Locale.ROOT).replace('_', '-'));
      case Query.Having(var status) -> exactly(Entry.STATUS, status.word());
      case Query.Named(String name) -> named(name);
      case Query.NamedFrom(String start) -> namedFrom(start);
      case Query.SameBytes(String sha512) ->
          new ConstantScoreQuery(new TermQuery(new Term(Entry.SHA512, Entry.digest(sha512))));
      case Query.At(String address) -> at(address);
      case Query.And(List<Query> queries) -> and(queries);
      case Query.Or(List<Query> queries) -> or(queries.stream().map(this::of).toList());
      case Query.Not(Query not) -> not(not);
    };
  }

  private static org.apache.lucene.search.Query days(Query.Within within) {
    int from = within.from().map(Entry::day).orElse(Integer.MIN_VALUE);
    int until = within.until().map(Entry::day).orElse(Integer.MAX_VALUE);
    return from > until
        ? new MatchNoDocsQuery("an empty span")
        : IntRange.newIntersectsQuery(Entry.DAYS, new int[] {from}, new int[] {until});
  }

  /** {@return items that are known to be of a day, and not withdrawn} */
  static org.apache.lucene.search.Query exactDay(LocalDate day) {
    int[] number = {Entry.day(day)};
    return new BooleanQuery.Builder()
        .add(IntRange.newWithinQuery(Entry.DAYS, number, number), Occur.FILTER)
        .add(exactly(Entry.STATUS, Status.WITHDRAWN.word()), Occur.MUST_NOT)
        .build();
  }

  private org.apache.lucene.search.Query words(String words) {
    return new BooleanQuery.Builder()
        .add(found(stemmed.createBooleanQuery(Entry.WORDS, words, Occur.MUST)), Occur.MUST)
        .add(
            new BoostQuery(
                found(stemmed.createBooleanQuery(Entry.TITLE_WORDS, words)), WEIGHT_OF_A_TITLE),
            Occur.SHOULD)
        .build();
  }

  private org.apache.lucene.search.Query phrase(String field, String words) {
    return found(plain.createPhraseQuery(field, words));
  }

  private static org.apache.lucene.search.Query alike(String word) {
    String folded = Folding.fold(word);
    int letters = folded.codePointCount(0, folded.length());
    int differing = letters < 3 ? 0 : letters < 6 ? 1 : 2;
    return new FuzzyQuery(new Term(Entry.PHRASES, folded), differing, letters < 3 ? 0 : 1);
  }

  private org.apache.lucene.search.Query allOf(String field, String words) {
    return found(plain.createBooleanQuery(field, words, Occur.MUST));
  }

  /** Lucene has no query for text without a word in it; nothing can be found by it. */
  private static org.apache.lucene.search.Query found(
      org.apache.lucene.search.@Nullable Query query) {
    return query == null ? new MatchNoDocsQuery("no words") : query;
  }

  private static org.apache.lucene.search.Query exactly(String field, String value) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
  }

  private static org.apache.lucene.search.Query named(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return or(
        List.of(
            exactly(Entry.ID, composed.toLowerCase(Locale.ROOT)),
            exactly(Entry.SLUG, composed),
            exactly(Entry.PATH, composed)));
  }

  private static org.apache.lucene.search.Query at(String address) {
    String bare =
        address.strip().replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/+$", "");
    var spellings = new ArrayList<org.apache.lucene.search.Query>();
    for (String before : List.of("https://", "http://", "https://www.", "http://www.", "")) {
      spellings.add(exactly(Entry.ADDRESS, before + bare));
      spellings.add(exactly(Entry.ADDRESS, before + bare + "/"));
    }
    return or(spellings);
  }

  private static org.apache.lucene.search.Query namedFrom(String start) {
    String composed = Normalizer.normalize(start, Normalizer.Form.NFC);
    return or(
        List.of(
            new PrefixQuery(new Term(Entry.ID, composed.toLowerCase(Locale.ROOT))),
            new PrefixQuery(new Term(Entry.SLUG, composed)),
            new PrefixQuery(new Term(Entry.PATH, composed))));
  }

  private org.apache.lucene.search.Query and(List<Query> queries) {
    var all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (Query query : queries) {
      if (query instanceof Query.Not(Query unwanted)) {
        all.add(of(unwanted), Occur.MUST_NOT);
      } else {
        all.add(of(query), Occur.MUST);
      }
    }
    return all.build();
  }

  private static org.apache.lucene.search.Query or(List<org.apache.lucene.search.Query> queries) {
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private org.apache.lucene.search.Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(of(query), Occur.MUST_NOT)
        .build();
  }
}
