package org.qirtas.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An article: what stands in it, in reading order, and what is known of it.
 *
 * @param language the language that it is mostly written in
 * @param direction the direction of a paragraph that neither marks nor shows its own
 * @param title its title
 * @param subtitle what stands below the title, as a second title
 * @param authors who signed it, in the order they are named
 * @param place where it was written
 * @param date when it was published; empty where nothing credible says so
 * @param otherDates what else it is dated by, and why that is not the date
 * @param publisher the paper, site or periodical that it appeared in
 * @param address where it stood on the web
 * @param tags its subjects, in the order they are given
 * @param body what the writer wrote
 * @param related other articles that it points to; not part of the body
 * @param furniture what stood on the page around the article: buttons, menus; never printed
 * @param recognition how the text was had where the source only shows it
 * @param gaps what of its source is not in the text
 */
public record Article(
    Language language,
    Direction direction,
    Optional<Attested<String>> title,
    Optional<String> subtitle,
    List<Attested<String>> authors,
    Optional<Attested<String>> place,
    Optional<ArticleDate> date,
    List<OtherDate> otherDates,
    Optional<String> publisher,
    Optional<String> address,
    List<String> tags,
    List<Block> body,
    List<Related> related,
    List<String> furniture,
    Optional<Recognition> recognition,
    List<Gap> gaps) {
  /** Takes copies of the lists. */
  public Article {
    authors = List.copyOf(authors);
    otherDates = List.copyOf(otherDates);
    tags = List.copyOf(tags);
    body = List.copyOf(body);
    related = List.copyOf(related);
    furniture = List.copyOf(furniture);
    gaps = List.copyOf(gaps);
  }

  /** {@return whether no text is known of it, such as of a picture that nobody has read} */
  public boolean isWithoutText() {
    return text().isBlank();
  }

  /** {@return the body's words, blocks separated by a blank line} */
  public String text() {
    return body.stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }

  /**
   * {@return an article of that language with nothing in it yet}
   *
   * @param language the language
   */
  public static Draft draft(Language language) {
    return new Draft(language);
  }

  /** {@return a draft that holds all that this article does} */
  public Draft revise() {
    var draft = new Draft(language).direction(direction);
    draft.title = title;
    draft.subtitle = subtitle;
    draft.authors.addAll(authors);
    draft.place = place;
    draft.date = date;
    draft.otherDates.addAll(otherDates);
    draft.publisher = publisher;
    draft.address = address;
    draft.tags.addAll(tags);
    draft.body.addAll(body);
    draft.related.addAll(related);
    draft.furniture.addAll(furniture);
    draft.recognition = recognition;
    draft.gaps.addAll(gaps);
    return draft;
  }

  /** An article being put together. Not for use by several threads. */
  public static final class Draft {
    private Language language;
    private Direction direction;
    private Optional<Attested<String>> title = Optional.empty();
    private Optional<String> subtitle = Optional.empty();
    private final List<Attested<String>> authors = new ArrayList<>();
    private Optional<Attested<String>> place = Optional.empty();
    private Optional<ArticleDate> date = Optional.empty();
    private final List<OtherDate> otherDates = new ArrayList<>();
    private Optional<String> publisher = Optional.empty();
    private Optional<String> address = Optional.empty();
    private final List<String> tags = new ArrayList<>();
    private final List<Block> body = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();
    private final List<String> furniture = new ArrayList<>();
    private Optional<Recognition> recognition = Optional.empty();
    private final List<Gap> gaps = new ArrayList<>();

    private Draft(Language language) {
      this.language = language;
      this.direction = language.direction();
    }

    /**
     * Sets the language, and the direction that is usual for it.
     *
     * @param given the language
     * @return this draft
     */
    public Draft language(Language given) {
      language = given;
      direction = given.direction();
      return this;
    }

    /**
     * Sets the direction where it is not the language's usual one.
     *
     * @param given the direction
     * @return this draft
     */
    public Draft direction(Direction given) {
      direction = given;
      return this;
    }

    /**
     * Sets the title.
     *
     * @param given the title
     * @return this draft
     */
    public Draft title(Attested<String> given) {
      title = Optional.of(given);
      return this;
    }

    /**
     * Sets the subtitle.
     *
     * @param given the subtitle
     * @return this draft
     */
    public Draft subtitle(String given) {
      subtitle = Optional.of(given);
      return this;
    }

    /**
     * Adds an author after those already named.
     *
     * @param given the author
     * @return this draft
     */
    public Draft author(Attested<String> given) {
      authors.add(given);
      return this;
    }

    /**
     * Names the authors in place of those already named.
     *
     * @param given the authors, in order
     * @return this draft
     */
    public Draft authors(List<Attested<String>> given) {
      authors.clear();
      authors.addAll(given);
      return this;
    }

    /**
     * Sets the place.
     *
     * @param given the place
     * @return this draft
     */
    public Draft place(Attested<String> given) {
      place = Optional.of(given);
      return this;
    }

    /**
     * Sets the date.
     *
     * @param given the date
     * @return this draft
     */
    public Draft date(ArticleDate given) {
      date = Optional.of(given);
      return this;
    }

    /**
     * Adds a date that is not the article's.
     *
     * @param given the date and the reason
     * @return this draft
     */
    public Draft otherDate(OtherDate given) {
      otherDates.add(given);
      return this;
    }

    /**
     * Sets the publisher.
     *
     * @param given the publisher
     * @return this draft
     */
    public Draft publisher(String given) {
      publisher = Optional.of(given);
      return this;
    }

    /**
     * Sets the address.
     *
     * @param given the address
     * @return this draft
     */
    public Draft address(String given) {
      address = Optional.of(given);
      return this;
    }

    /**
     * Adds a tag after those already given, once.
     *
     * @param given the tag
     * @return this draft
     */
    public Draft tag(String given) {
      if (!tags.contains(given)) {
        tags.add(given);
      }
      return this;
    }

    /**
     * Gives these tags in place of those already given.
     *
     * @param given the tags, in order
     * @return this draft
     */
    public Draft tags(List<String> given) {
      tags.clear();
      given.forEach(this::tag);
      return this;
    }

    /**
     * Adds a block at the end of the body.
     *
     * @param given the block
     * @return this draft
     */
    public Draft block(Block given) {
      body.add(given);
      return this;
    }

    /**
     * Adds another article that this one points to.
     *
     * @param given the other article
     * @return this draft
     */
    public Draft related(Related given) {
      related.add(given);
      return this;
    }

    /**
     * Adds a piece of what stood around the article.
     *
     * @param given the piece
     * @return this draft
     */
    public Draft furniture(String given) {
      furniture.add(given);
      return this;
    }

    /**
     * Says how the text was had where the source only shows it.
     *
     * @param given by what, and how sure
     * @return this draft
     */
    public Draft recognition(Recognition given) {
      recognition = Optional.of(given);
      return this;
    }

    /**
     * Adds something of the source that is not in the text.
     *
     * @param given what, and how much of it
     * @return this draft
     */
    public Draft gap(Gap given) {
      gaps.add(given);
      return this;
    }

    /** {@return the article, as far as it is known} */
    public Article finish() {
      return new Article(
          language,
          direction,
          title,
          subtitle,
          authors,
          place,
          date,
          otherDates,
          publisher,
          address,
          tags,
          body,
          related,
          furniture,
          recognition,
          gaps);
    }
  }
}
