package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;
import org.qirtas.profile.TypeStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas profiles}: how pages may look; and all that one profile says, to start from. */
@Command(name = "profiles")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class ListProfiles implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Option(names = "--show", paramLabel = "NAME|FILE")
  private @Nullable String shown;

  @Override
  public Integer call() {
    if (shown != null) {
      show(Profiles.read(shown, PrintOptions.families(Printing.shelf())));
    } else {
      List<PrintProfile> profiles = Profiles.shipped().stream().map(Profiles::shipped).toList();
      if (qirtas.json()) {
        json(profiles);
      } else {
        new Columns(qirtas.terminal()).print(profiles.stream().map(this::row).toList());
        qirtas.say("profiles.hint");
      }
    }
    return Exit.DONE.code();
  }

  private void show(PrintProfile profile) {
    if (qirtas.json()) {
      qirtas.terminal().out().println(ItemJson.line(ItemJson.of(Profiles.values(profile))));
    } else {
      qirtas.terminal().out().print(Profiles.yaml(profile));
      qirtas.say("profiles.hint");
    }
  }

  private List<String> row(PrintProfile profile) {
    String columns = qirtas.messages().say("profiles.columns", profile.page().columns().count());
    return List.of(profile.name(), page(profile), columns, type(profile), description(profile));
  }

  private String description(PrintProfile profile) {
    return qirtas.messages().language().equals("ar")
        ? profile.description().arabic()
        : profile.description().english();
  }

  private static String page(PrintProfile profile) {
    return millimetres(profile.trim().width())
        + " × "
        + millimetres(profile.trim().height())
        + " mm";
  }

  private static String type(PrintProfile profile) {
    TypeStyle body = profile.styles().body();
    return family(profile) + " " + points(body.size()) + "/" + points(body.leading());
  }

  private static String family(PrintProfile profile) {
    return profile.fonts().of(profile.styles().body().font()).family();
  }

  private static BigDecimal points(Length length) {
    return plain(length.inPoints());
  }

  private static BigDecimal millimetres(Length length) {
    return plain(length.inPoints() * 25.4 / 72);
  }

  private static BigDecimal plain(double number) {
    // Not stripTrailingZeros() alone, which makes 2E+1 of 20.
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN);
    return new BigDecimal(rounded.stripTrailingZeros().toPlainString());
  }

  private void json(List<PrintProfile> profiles) {
    ObjectNode node = ItemJson.object();
    ArrayNode list = node.putArray("profiles");
    for (PrintProfile profile : profiles) {
      TypeStyle body = profile.styles().body();
      ObjectNode one = list.addObject().put("name", profile.name());
      one.putObject("page")
          .put("width", millimetres(profile.trim().width()))
          .put("height", millimetres(profile.trim().height()));
      one.put("columns", profile.page().columns().count());
      one.putObject("type")
          .put("family", family(profile))
          .put("size", points(body.size()))
          .put("leading", points(body.leading()));
      one.putObject("description")
          .put("en", profile.description().english())
          .put("ar", profile.description().arabic());
    }
    qirtas.terminal().out().println(ItemJson.line(node));
  }
}
