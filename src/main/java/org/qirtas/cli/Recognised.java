package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.OtherDate;

/** What an import would make of a file, and what it goes by: for a rehearsal. */
final class Recognised {
  private static final int LONGEST = 160;
  private static final String INDENT = "    ";

  private final Messages messages;
  private final Article article;

  Recognised(Messages messages, Article article) {
    this.messages = messages;
    this.article = article;
  }

  void print(PrintStream out) {
    article
        .title()
        .ifPresentOrElse(
            title -> line(out, "dryrun.title", said(title)),
            () -> line(out, "dryrun.title", messages.say("show.untitled")));
    article.authors().forEach(author -> line(out, "dryrun.author", said(author)));
    article.place().ifPresent(place -> line(out, "dryrun.place", said(place)));
    line(
        out,
        "dryrun.date",
        article.date().map(this::date).orElseGet(() -> messages.say("find.undated")));
    for (OtherDate other : article.otherDates()) {
      line(out, "dryrun.otherdate", other(messages, other));
    }
    article.publisher().ifPresent(name -> line(out, "dryrun.source", name));
    article.address().ifPresent(address -> line(out, "dryrun.address", address));
    if (!article.tags().isEmpty()) {
      line(out, "dryrun.tags", String.join(messages.say("list.separator"), article.tags()));
    }
    long words = article.text().split("\\s+").length;
    line(
        out,
        "dryrun.body",
        messages.say("dryrun.size", article.body().size(), words, article.language().tag()));
    gaps(messages, article).forEach(gap -> out.println(INDENT + gap));
    article.related().forEach(related -> line(out, "dryrun.related", related.title()));
    article.furniture().forEach(piece -> line(out, "dryrun.aside", piece));
  }

  /** What of the source is not in the text, a line each. */
  static List<String> gaps(Messages messages, Article article) {
    return article.gaps().stream()
        .map(gap -> messages.say("gap." + ItemJson.word(gap.kind()), gap.count()))
        .toList();
  }

  private void line(PrintStream out, String key, String words) {
    String plain = Cell.plain(words);
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    out.println(INDENT + messages.say(key, cut));
  }

  private String said(Attested<String> statement) {
    return messages.say(
        "dryrun.said", statement.value(), ItemJson.word(statement.evidence().origin()));
  }

  private String date(ArticleDate date) {
    Evidence evidence = date.evidence();
    String known =
        messages.say("dryrun.dated", date.edtf(), evidence.raw(), ItemJson.word(evidence.origin()));
    return date.certain() ? known : known + " " + messages.say("show.uncertain");
  }

  /** A date that was passed over: its words, where they stood, and the reason. */
  static String other(Messages messages, OtherDate other) {
    return messages.say(
        "dryrun.passedover",
        other.evidence().raw(),
        ItemJson.word(other.evidence().origin()),
        ItemJson.word(other.reason()));
  }

  /** The same for machines. */
  void fill(ObjectNode node) {
    ObjectNode all = node.putObject("recognised");
    article.title().ifPresent(title -> statement(all.putObject("title"), title));
    ArrayNode authors = all.putArray("authors");
    article.authors().forEach(author -> statement(authors.addObject(), author));
    article.place().ifPresent(place -> statement(all.putObject("place"), place));
    article
        .date()
        .ifPresent(date ->
            evidence(all.putObject("date").put("value", date.edtf()), date.evidence())
                .put("certain", date.certain())
                .put("calendar", ItemJson.word(date.calendar())));
    ItemJson.otherDates(all, article.otherDates());
    all.put("source", ItemJson.or(article.publisher()));
    all.put("address", ItemJson.or(article.address()));
    all.put("language", article.language().tag());
    strings(all.putArray("tags"), article.tags());
    strings(all.putArray("related"), article.related().stream().map(r -> r.title()).toList());
    strings(all.putArray("furniture"), article.furniture());
    ItemJson.gaps(all, article.gaps());
    all.put("text", ItemJson.text(article));
  }

  private static void strings(ArrayNode array, List<String> words) {
    words.forEach(array::add);
  }

  private static void statement(ObjectNode node, Attested<String> statement) {
    evidence(node.put("value", statement.value()), statement.evidence());
  }

  private static ObjectNode evidence(ObjectNode node, Evidence evidence) {
    return node.put("raw", evidence.raw()).put("from", ItemJson.word(evidence.origin()));
  }
}
