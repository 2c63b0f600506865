// A command of the command line, with its options and flags: a thin front for CLI11, whose header takes
// longer to read than all the rest of a command's file. Both are handles, copied like pointers; what they
// stand for lives as long as the program reads its command line.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace siqingdan::cli {

class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  Option required() const;
  Option type_name(const std::string& shown) const;  // what help calls its value: FILE, DATE
  Option show_default() const;                       // in help
  // A whole number; `otherwise` is said of any other, or CLI11's own words if it is empty.
  Option in_range(int least, int most, const std::string& otherwise = {}) const;
  bool given() const;  // once the command line has been read

 private:
  friend void restrict_to(Option option, const std::vector<std::string>& words);
  CLI::Option* option_;
};

class Command {
 public:
  explicit Command(CLI::App* app) : app_(app) {}

  Command add_subcommand(const std::string& name, const std::string& help) const;
  void require_subcommand() const;

  // `name` is `--on`, `-n`, or for what stands by its place, `FILE`. The value is put where `to` lives.
  Option add_option(const std::string& name, std::string& to, const std::string& help) const;
  Option add_option(const std::string& name, int& to, const std::string& help) const;
  Option add_option(const std::string& name, unsigned& to, const std::string& help) const;
  Option add_option(const std::string& name, std::int64_t& to, const std::string& help) const;
  Option add_option(const std::string& name, std::optional<std::int64_t>& to, const std::string& help) const;
  Option add_option(const std::string& name, std::vector<int>& to, const std::string& help) const;
  Option add_option(const std::string& name, std::vector<std::string>& to, const std::string& help) const;
  Option add_flag(const std::string& name, bool& to, const std::string& help) const;
  Option option_above(const std::string& name) const;  // of the command this one is below

  void callback(std::function<void()> run) const;

 private:
  CLI::App* app_;
};

// An option that takes one of a few words; help shows them as `text|json|md`.
void restrict_to(Option option, const std::vector<std::string>& words);

}  // namespace siqingdan::cli
