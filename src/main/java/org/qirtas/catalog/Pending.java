package org.qirtas.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;

/** What was added since the catalog was last committed, and by what that is looked for. */
final class Pending {
  private final Map<String, Hit> byBytes = new HashMap<>();
  private final Map<String, Hit> byLocation = new HashMap<>();
  private final Map<String, Hit> byAddress = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  void add(ArchiveItem item, Optional<Article> article, Hit hit) {
    ids.add(hit.id());
    byBytes.put(item.origin().sha512(), hit);
    item.origin().location().ifPresent(at -> byLocation.put(at, hit));
    article.flatMap(Article::address).ifPresent(at -> byAddress.put(at, hit));
  }

  boolean has(String id) {
    return ids.contains(id);
  }

  Optional<Hit> bytes(String sha512) {
    return Optional.ofNullable(byBytes.get(sha512));
  }

  Optional<Hit> address(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  Optional<Hit> location(String location) {
    return Optional.ofNullable(byLocation.get(location));
  }

  void clear() {
    byBytes.clear();
    byLocation.clear();
    byAddress.clear();
    ids.clear();
  }
}
