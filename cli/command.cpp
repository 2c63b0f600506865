#include "command.h"

#include <CLI/CLI.hpp>

namespace siqingdan::cli {

Option Option::required() const { return Option(option_->required()); }

Option Option::type_name(const std::string& shown) const { return Option(option_->type_name(shown)); }

Option Option::show_default() const { return Option(option_->capture_default_str()); }

Option Option::in_range(int least, int most, const std::string& otherwise) const {
  const CLI::Range range(least, most);
  if (otherwise.empty()) {
    return Option(option_->check(range));
  }
  return Option(option_->check(
      [range, otherwise](const std::string& value) { return range(value).empty() ? "" : otherwise; }));
}

bool Option::given() const { return option_->count() > 0; }

Command Command::add_subcommand(const std::string& name, const std::string& help) const {
  return Command(app_->add_subcommand(name, help));
}

void Command::require_subcommand() const { app_->require_subcommand(1); }

Option Command::add_option(const std::string& name, std::string& to, const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_option(const std::string& name, int& to, const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_option(const std::string& name, unsigned& to, const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_option(const std::string& name, std::int64_t& to, const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_option(const std::string& name, std::optional<std::int64_t>& to,
                           const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_option(const std::string& name, std::vector<int>& to, const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_option(const std::string& name, std::vector<std::string>& to,
                           const std::string& help) const {
  return Option(app_->add_option(name, to, help));
}

Option Command::add_flag(const std::string& name, bool& to, const std::string& help) const {
  return Option(app_->add_flag(name, to, help));
}

Option Command::option_above(const std::string& name) const {
  return Option(app_->get_parent()->get_option(name));
}

void Command::callback(std::function<void()> run) const { app_->callback(std::move(run)); }

void restrict_to(Option option, const std::vector<std::string>& words) {
  std::string shown;
  for (const std::string& word : words) {
    shown += (shown.empty() ? "" : "|") + word;
  }
  option.option_->type_name(shown)->check(CLI::IsMember(words).description(""));
}

}  // namespace siqingdan::cli
