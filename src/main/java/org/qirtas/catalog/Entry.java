package org.qirtas.catalog;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Holding;
import org.qirtas.archive.ItemId;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Language;

/** An item's line in the catalog: which field holds what, into Lucene and out of it. */
final class Entry {
  /** Changes whenever a field's meaning does; a catalog of another form is rebuilt. */
  static final String FORM = "5";

  static final Set<String> ONLY_PATH = Set.of("path");

  private static final int DIGEST_BYTES = 32;
  private static final int LONGEST_KEY = 8_000;

  static final String ID = "id";
  static final String PATH = "path";
  static final String SLUG = "slug";
  static final String SHA512 = "sha512";
  static final String STATUS = "status";
  static final String LOCATION = "location";
  static final String ADDRESS = "address";
  static final String LANGUAGE = "language";
  static final String DAYS = "days";
  static final String UNDATED = "undated";
  static final String MOMENT = "moment";

  /** Stemmed. */
  static final String WORDS = "words";

  /** Stemmed; only for the weight of a word in a title. */
  static final String TITLE_WORDS = "titleWords";

  /** Not stemmed, like all below. */
  static final String PHRASES = "phrases";

  /** The bands of the text's signature, and as a value the signature. */
  static final String LIKENESS = "likeness";

  static final String AUTHOR = "author";
  static final String PLACE = "place";
  static final String TAG = "tag";
  static final String PUBLISHER = "publisher";

  private static final String TITLE = "title";
  private static final String DATE = "date";
  private static final String LANGUAGE_SHOWN = "languageShown";
  private static final String VERSION = "version";
  private static final String BYTES = "bytes";

  /** How many words the body has. */
  static final String LENGTH = "length";

  static final Set<String> STEMMED = Set.of(WORDS, TITLE_WORDS);

  /** Without positions, which nothing asks of stemmed words and which would double the index. */
  private static final FieldType WITHOUT_POSITIONS = new FieldType();

  static {
    WITHOUT_POSITIONS.setTokenized(true);
    WITHOUT_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WITHOUT_POSITIONS.freeze();
  }

  private final Document document = new Document();

  private Entry() {}

  /** {@return what an item's line is known by} */
  static Term term(ItemId id) {
    return new Term(ID, id.toString());
  }

  /** {@return the bytes that a digest is known by: half of it is still no digest to be forged} */
  static BytesRef digest(String sha512) {
    try {
      return new BytesRef(HexFormat.of().parseHex(sha512), 0, DIGEST_BYTES);
    } catch (IllegalArgumentException noDigest) {
      return new BytesRef(sha512);
    }
  }

  static Document of(Holding holding) {
    return of(holding, holding.article().flatMap(article -> Likeness.of(article.text())));
  }

  /** {@return the line of an item of whose text the signature is known} */
  static Document of(Holding holding, Optional<Likeness> likeness) {
    var entry = new Entry();
    ArchiveItem item = holding.item();
    Optional<Article> article = holding.article();
    entry.identity(item);
    if (article.isPresent()) {
      entry.article(article.get());
      likeness.ifPresent(entry::likeness);
    } else {
      entry.text(List.of(item.origin().name()), "");
      entry.stored(TITLE, item.origin().name());
    }
    if (article.flatMap(Article::date).isEmpty()) {
      entry.exactly(UNDATED, "yes", Field.Store.NO);
    }
    return entry.document;
  }

  private void identity(ArchiveItem item) {
    exactly(ID, item.id().toString(), Field.Store.YES);
    document.add(new SortedDocValuesField(ID, new BytesRef(item.id().toString())));
    exactly(PATH, item.path(), Field.Store.YES);
    exactly(SLUG, item.slug(), Field.Store.NO);
    document.add(new StringField(SHA512, digest(item.origin().sha512()), Field.Store.NO));
    item.origin().location().ifPresent(at -> exactly(LOCATION, at, Field.Store.NO));
    exactly(STATUS, item.status().word(), Field.Store.YES);
    document.add(new StoredField(VERSION, item.version()));
    document.add(new StoredField(BYTES, item.origin().size()));
  }

  private void article(Article article) {
    var heads = new ArrayList<String>();
    article.title().map(Attested::value).ifPresent(heads::add);
    heads.forEach(title -> stored(TITLE, title));
    article.subtitle().ifPresent(heads::add);
    var around = new ArrayList<String>();
    article.authors().forEach(author -> around.add(shown(AUTHOR, author.value())));
    article.place().ifPresent(place -> around.add(shown(PLACE, place.value())));
    article.tags().forEach(tag -> around.add(shown(TAG, tag)));
    article.publisher().ifPresent(publisher -> around.add(shown(PUBLISHER, publisher)));
    article.address().flatMap(Entry::host).ifPresent(host -> words(PUBLISHER, host));
    article.address().filter(Entry::fitsAKey).ifPresent(at -> exactly(ADDRESS, at, Field.Store.NO));
    String body = article.text();
    text(heads, String.join("\n", around) + "\n" + body);
    document.add(new IntField(LENGTH, words(body), Field.Store.YES));
    language(article.language());
    article.date().ifPresent(this::date);
  }

  private void text(List<String> heads, String rest) {
    String title = String.join("\n", heads);
    document.add(new Field(TITLE_WORDS, title, WITHOUT_POSITIONS));
    document.add(new Field(WORDS, title + "\n" + rest, WITHOUT_POSITIONS));
    words(PHRASES, title);
    words(PHRASES, rest);
  }

  private void likeness(Likeness likeness) {
    likeness.bands().forEach(band -> document.add(new StringField(LIKENESS, band, Field.Store.NO)));
    document.add(new BinaryDocValuesField(LIKENESS, likeness.bytes()));
  }

  private void language(Language language) {
    if (!language.equals(Language.UNKNOWN)) {
      stored(LANGUAGE_SHOWN, language.tag());
      exactly(LANGUAGE, language.tag().toLowerCase(Locale.ROOT), Field.Store.NO);
      exactly(LANGUAGE, language.primary(), Field.Store.NO);
    }
  }

  private void date(ArticleDate date) {
    stored(DATE, date.edtf());
    LocalDateTime last = date.until().minus(1, ChronoUnit.MINUTES);
    document.add(
        new IntRange(
            DAYS, new int[] {day(date.from().toLocalDate())}, new int[] {day(last.toLocalDate())}));
    document.add(new NumericDocValuesField(MOMENT, date.from().toEpochSecond(ZoneOffset.UTC) / 60));
  }

  /** {@return the day's number, for which no year that a calendar prints is too far} */
  static int day(LocalDate date) {
    return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private void exactly(String field, String value, Field.Store store) {
    document.add(new StringField(field, value, store));
  }

  private void stored(String field, String value) {
    document.add(new StoredField(field, value));
  }

  private void words(String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
  }

  private String shown(String field, String text) {
    stored(field, text);
    words(field, text);
    return text;
  }

  /** Lucene takes no key of more than 32,766 bytes. */
  private static boolean fitsAKey(String key) {
    return key.length() <= LONGEST_KEY;
  }

  /** {@return how many words a text has: what spaces part and what has a letter or digit in it} */
  static int words(String text) {
    int words = 0;
    boolean within = false;
    for (int at = 0, letter; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
        within = false;
      } else if (!within && Character.isLetterOrDigit(letter)) {
        within = true;
        words++;
      }
    }
    return words;
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  static Hit hit(Document entry) {
    return new Hit(
        entry.get(ID),
        entry.get(PATH),
        entry.getField(VERSION).numericValue().intValue(),
        Status.valueOf(entry.get(STATUS).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(entry.get(TITLE)),
        List.of(entry.getValues(AUTHOR)),
        Optional.ofNullable(entry.get(PLACE)),
        Optional.ofNullable(entry.get(DATE)),
        Optional.ofNullable(entry.get(LANGUAGE_SHOWN)),
        Optional.ofNullable(entry.get(PUBLISHER)),
        List.of(entry.getValues(TAG)),
        entry.getField(BYTES).numericValue().longValue(),
        Optional.ofNullable(entry.getField(LENGTH)).map(words -> words.numericValue().intValue()));
  }
}
