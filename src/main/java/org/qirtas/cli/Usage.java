package org.qirtas.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.qirtas.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what is wrong with a command line, and what was probably meant. */
final class Usage {
  private Usage() {}

  static Exit explain(Qirtas qirtas, CommandLine.ParameterException wrong) {
    qirtas.complain(text(qirtas.messages(), wrong));
    qirtas.complain(
        qirtas
            .messages()
            .say("usage.help", wrong.getCommandLine().getCommandSpec().qualifiedName()));
    qirtas.trace(wrong);
    return Exit.USAGE;
  }

  private static String text(Messages messages, CommandLine.ParameterException wrong) {
    return switch (wrong) {
      case CommandLine.UnmatchedArgumentException unmatched -> unmatched(messages, unmatched);
      case CommandLine.MissingParameterException missing ->
          messages.say("usage.missing", names(missing.getMissing()));
      case CommandLine.OverwrittenOptionException twice ->
          messages.say("usage.twice", names(arg(twice).toList()));
      default -> value(messages, wrong);
    };
  }

  private static String unmatched(
      Messages messages, CommandLine.UnmatchedArgumentException unmatched) {
    String typed = unmatched.getUnmatched().getFirst();
    boolean option = typed.startsWith("-");
    String key = option ? "usage.option" : "usage.command";
    Stream<String> known =
        option
            ? unmatched.getCommandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
            : StreamSupport.stream(Main.commands().spliterator(), false);
    int value = typed.indexOf('=');
    String name = value > 0 ? typed.substring(0, value) : typed;
    return Nearest.to(name, known)
        .map(nearest -> messages.say(key + ".nearest", typed, nearest))
        .orElseGet(() -> messages.say(key, typed));
  }

  private static String value(Messages messages, CommandLine.ParameterException wrong) {
    Optional<ArgSpec> arg = arg(wrong).findFirst();
    if (arg.isEmpty()) {
      return messages.say("usage.wrong", String.valueOf(wrong.getMessage()));
    }
    String typed = String.valueOf(wrong.getValue());
    Class<?> type = arg.get().typeInfo().getType();
    List<String> choices =
        type.isEnum()
            ? arg.get().typeInfo().getEnumConstantNames().stream().map(Usage::lower).toList()
            : List.of();
    return choices.isEmpty()
        ? messages.say("usage.value", names(List.of(arg.get())), typed)
        : messages.say(
            "usage.choice",
            names(List.of(arg.get())),
            typed,
            Nearest.to(lower(typed), choices.stream()).orElse(String.join(" | ", choices)));
  }

  private static Stream<ArgSpec> arg(CommandLine.ParameterException wrong) {
    return Stream.ofNullable(wrong.getArgSpec());
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private static String names(List<ArgSpec> args) {
    return String.join(
        ", ",
        args.stream()
            .map(arg -> arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel())
            .toList());
  }
}
