#include "report/nearest_text.h"

#include "base/unicode.h"
#include "report/nearest_words.h"
#include "report/words.h"

namespace siqingdan {
namespace {

constexpr const char* kIndentOfWays = "      ";
constexpr int kTitleColumns = 10;
constexpr std::size_t kOpenShown = 3;  // of what is still to be established

FactSheet facts_for(const Decision& decision, std::optional<std::size_t> measure) {
  return measure ? decision.of.facts.with(decision.of.measures[*measure].facts) : decision.of.facts;
}

std::string drafted(const WayWords& words, const Style& style) {
  return words.drafted ? "  " + paint(style, Tone::loud, "!! " + style(words_for(Standing::drafted)) + " !!")
                       : "";
}

std::string text_lines(const Text& title, const std::vector<DemandWords>& demands, const Style& style) {
  const int columns = style.english() ? 2 * kTitleColumns : kTitleColumns;
  std::string lines;
  for (const DemandWords& demand : demands) {
    const std::string head = lines.empty() ? style(title) : "";
    lines += kIndentOfWays + std::string("  ") + pad(head, columns) + demand.words +
             (demand.law.empty() ? "" : "  " + paint(style, Tone::faint, demand.law)) + "\n";
  }
  return lines;
}

std::string markdown_lines(const Text& title, const std::vector<DemandWords>& demands, const Style& style) {
  std::string lines;
  for (const DemandWords& demand : demands) {
    lines += "  - " + style(title) + ": " + demand.words +
             (demand.law.empty() ? "" : " (" + demand.law + ")") + "\n";
  }
  return lines;
}

// Said where not every way is there, or none.
std::string remark(const Nearest& nearest, const Style& style) {
  if (!nearest.complete) {
    return style({"情形太多,没有列全", "too many ways: not all are listed"});
  }
  return nearest.ways.empty() ? style({"改变任何事实都不会成立", "no change of facts would do"}) : "";
}

bool refused(const QuestionAnswer& answer, std::optional<std::size_t> measure) {
  const Findings& findings = measure ? answer.measures[*measure].findings : answer.findings;
  return findings.answer == Answer::does_not_apply && answer.moot_because != kNoMeasure;
}

// The first few; the questions to ask say the rest.
std::string open_lines(const std::vector<DemandWords>& all, const Style& style) {
  if (all.size() <= kOpenShown + 1) {
    return text_lines(title_of_establish(), all, style);
  }
  std::vector<DemandWords> shown(all.begin(), all.begin() + kOpenShown);
  shown.push_back({style(say("…… 另有 {} 项", "… and {} more", all.size() - kOpenShown)), {}});
  return text_lines(title_of_establish(), shown, style);
}

}  // namespace

std::string nearest_text(const Decision& decision, const QuestionAnswer& answer,
                         std::optional<std::size_t> measure, const Style& style) {
  if (!refused(answer, measure)) {
    return {};
  }
  const Nearest nearest = nearest_ways(decision, answer, measure);
  const FactSheet facts = facts_for(decision, measure);
  std::string out;
  for (const Way* way : most_useful(nearest, decision.rules->vocabulary, facts)) {
    const WayWords words = words_of(decision, *way, facts, style);
    out += kIndentOfWays + style(out.empty() ? title_of_nearest() : title_of_other(words)) + ": " +
           words.source + drafted(words, style) + "\n";
    out += text_lines(title_of_can_do(), words.can_do, style);
    out += text_lines(title_of_fixed(), words.fixed, style);
    out += open_lines(words.establish, style);
  }
  const std::string last = remark(nearest, style);
  return out + (last.empty() ? "" : kIndentOfWays + paint(style, Tone::faint, last) + "\n");
}

std::string nearest_markdown(const Decision& decision, const QuestionAnswer& answer,
                             std::optional<std::size_t> measure, const Style& style) {
  if (!refused(answer, measure)) {
    return {};
  }
  const Nearest nearest = nearest_ways(decision, answer, measure);
  const FactSheet facts = facts_for(decision, measure);
  std::string out = "**" + style(title_of_nearest()) + "**\n\n";
  for (const Way& way : nearest.ways) {
    const WayWords words = words_of(decision, way, facts, style);
    out += "- " + words.source + " (`" + way.ground->rule->id + "`, " +
           style(words_for(way.ground->rule->standing)) + ")\n";
    out += markdown_lines(title_of_can_do(), words.can_do, style);
    out += markdown_lines(title_of_fixed(), words.fixed, style);
    out += markdown_lines(title_of_establish(), words.establish, style);
  }
  const std::string last = remark(nearest, style);
  return out + (last.empty() ? "" : "- " + last + "\n") + "\n";
}

}  // namespace siqingdan
