#include "cli/usage_error.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "base/suggest.h"

namespace stet {
namespace {

std::string with_hint(std::string message, const std::string& hint) {
  return fmt::format("stet: {}\n{}{}", message, hint.empty() ? "" : "  ", hint.empty() ? "" : hint + "\n");
}

// The command that was given, or the app itself.
const CLI::App& given_command(const CLI::App& app) {
  const std::vector<CLI::App*> commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

std::string unknown_option(const CLI::App& command, const std::string& argument) {
  const std::string name = argument.substr(0, argument.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& known : option->get_lnames()) names.push_back("--" + known);
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view close = closest_name(name, views);
  return with_hint(fmt::format("unknown option \"{}\"", name),
                   close.empty() ? fmt::format("`stet{}{} --help` lists them all", command.get_parent() ? " " : "",
                                               command.get_parent() ? command.get_name() : "")
                                 : fmt::format("did you mean \"{}\"?", close));
}

std::string unknown_command(const CLI::App& app, const std::string& argument) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return with_hint(fmt::format("unknown command \"{}\"", argument), suggestion(argument, views));
}

}  // namespace

std::string usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = given_command(app);
  const std::vector<std::string> left = app.remaining(true);
  const auto option = std::find_if(left.begin(), left.end(), [](const auto& text) { return text.starts_with('-'); });
  if (option != left.end()) return unknown_option(command, *option);
  if (!left.empty() && &command == &app) return unknown_command(app, left.front());
  if (!left.empty()) return with_hint(fmt::format("unexpected argument \"{}\"", left.front()), "");
  if (&command == &app) return with_hint("a command is missing", "") + app.help();
  std::string message = error.what();
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] + 32);
  return with_hint(std::move(message), fmt::format("`stet {} --help` says more", command.get_name()));
}

}  // namespace stet
