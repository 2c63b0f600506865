#include "base/unicode.h"
#include "report/alike_report.h"
#include "report/words.h"

namespace siqingdan {
namespace {

constexpr std::size_t kShown = 8;  // numbers of decisions, values of a fact: the rest is counted
constexpr std::size_t kValueLength = 60;  // characters

char letter(std::size_t result) { return static_cast<char>('A' + result % 26); }

class Writer {
 public:
  Writer(const RuleSet& rules, const Style& style) : rules_(rules), t_(style) {}

  std::string text(const Alike& alike, const std::string& meant) {
    if (!meant.empty()) {
      out_ += meant + "\n";
    }
    out_ += t_(say("{0} 件违法行为里,案由和相关事实都相同的有 {1} 组,其中结果不同的 {2} 组\n",
                   "acts: {0}; groups of the same offence and the same facts: {1}; of these came out "
                   "differently: {2}\n",
                   alike.count.acts, alike.groups, alike.differing.size()));
    for (const AlikeGroup& group : alike.differing) {
      add(group);
    }
    return std::move(out_);
  }

 private:
  void add(const AlikeGroup& group) {
    std::size_t acts = 0;
    for (const AlikeResult& result : group.results) {
      acts += result.decisions.size();
    }
    out_ += "\n" + paint(t_, Tone::loud, title_of_offence(group.offence)) +
            t_(say("  {} 件", "  {} act(s)", acts)) + "\n";
    for (std::size_t i = 0; i < group.results.size(); ++i) {
      add(group.results[i], letter(i));
    }
    for (const AlikeDifference& difference : group.differences) {
      add(difference);
    }
    if (group.differences.empty()) {
      out_ += t_({"  案件里写的事实没有不同\n", "  what the cases say does not differ\n"});
    }
    if (group.other_rules) {
      out_ += t_({"  决定所用的规则不都相同\n", "  they were not all decided with the same rules\n"});
    }
  }

  void add(const AlikeResult& result, char name) {
    out_ += fmt::format("  {}  ", name);
    for (const Question question : kQuestions) {
      const auto q = static_cast<std::size_t>(question);
      out_ += t_(title_of(question)) + " " + mark(result.answers[q]);
      if (!result.outcomes[q].empty()) {
        out_ += t_(result.outcomes[q] == "granted" ? Text{"(实际给予)", " (granted)"}
                                                   : Text{"(实际未给予)", " (refused)"});
      }
      out_ += "  ";
    }
    out_ += t_(say("{} 件", "{} act(s)", result.decisions.size())) + "\n     ";
    std::string officers;
    for (const auto& [officer, count] : result.officers) {
      officers += officers.empty() ? "" : t_({"、", ", "});
      officers += (officer.empty() ? t_({"没有写明", "not named"}) : visible(officer)) +
                  (result.decisions.size() > 1 ? fmt::format(" {}", count) : "");
    }
    out_ += officers + "  " + result.from + (result.from == result.until ? "" : "…" + result.until) + " ";
    for (std::size_t i = 0; i < std::min(kShown, result.decisions.size()); ++i) {
      out_ += fmt::format(" #{}", result.decisions[i]);
    }
    out_ += result.decisions.size() > kShown ? " …\n" : "\n";
  }

  void add(const AlikeDifference& difference) {
    out_ += std::string(difference.tells_apart ? "  ≠ " : "  ~ ") + label(difference.fact) + ":";
    for (std::size_t i = 0; i < difference.values.size(); ++i) {
      out_ += fmt::format("  {} ", letter(i));
      std::string values;
      for (std::size_t k = 0; k < std::min(kShown, difference.values[i].size()); ++k) {
        const auto& [value, count] = difference.values[i][k];
        values += values.empty() ? "" : t_({"、", ", "});
        values += words_for_value(difference.fact, value);
        values += difference.values[i].size() > 1 ? fmt::format(" {}", count) : "";
      }
      out_ += values + (difference.values[i].size() > kShown ? " …" : "");
    }
    out_ += "\n";
  }

  std::string title_of_offence(const std::string& id) const {
    const auto found = rules_.catalogue.offences.find(id);
    return found == rules_.catalogue.offences.end() ? visible(id) : found->second.title + " " + visible(id);
  }

  static const char* mark(const std::string& answer) {
    for (const Answer each : {Answer::applies, Answer::does_not_apply, Answer::not_listed}) {
      if (answer == name_of(each)) {
        return mark_of(each);
      }
    }
    return mark_of(Answer::undetermined);
  }

  // `goods: must_confiscate` of a measure, or the fact alone.
  FactId fact_of(const std::string& name) const {
    const auto colon = name.rfind(": ");
    return rules_.vocabulary.find(colon == std::string::npos ? name : name.substr(colon + 2));
  }

  std::string label(const std::string& name) const {
    const FactId fact = fact_of(name);
    return fact == kNoFact ? visible(name) : rules_.vocabulary.facts[fact].label + " " + visible(name);
  }

  std::string words_for_value(const std::string& name, const std::string& value) const {
    if (value.empty()) {
      return t_({"没有写", "not said"});
    }
    const FactId fact = fact_of(name);
    const bool yes_or_no = fact != kNoFact && rules_.vocabulary.facts[fact].is_yes_or_no();
    if (yes_or_no && (value == "true" || value == "false")) {
      return value == "true" ? t_({"是", "yes"}) : t_({"否", "no"});
    }
    const std::u32string points = to_code_points(value);
    return visible(points.size() <= kValueLength ? value : to_utf8(points.substr(0, kValueLength)) + "…");
  }

  const RuleSet& rules_;
  const Style& t_;
  std::string out_;
};

}  // namespace

std::string to_text(const Alike& alike, const RuleSet& rules, const std::string& meant, const Style& style) {
  return Writer(rules, style).text(alike, meant);
}

}  // namespace siqingdan
