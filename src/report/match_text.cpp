#include "report/match_text.h"

#include <set>

#include "base/unicode.h"
#include "report/words.h"

namespace siqingdan {
namespace {

Text headline(Verdict verdict) {
  switch (verdict) {
    case Verdict::sure:
      return {"✓  案由清楚", "✓  the offence is clear"};
    case Verdict::unsure:
      return {"?  拿不准: 前几个案由接近,请选一个", "?  unsure: the first offences are close; choose one"};
    case Verdict::none:
      return {"-  没有看出违反市场监督管理法律的事", "-  nothing that market regulation deals with"};
  }
  return {};
}

// What carried an offence, each word once, in the order it was said.
std::string quoted(const OffenceMatch& match, const std::u32string& words, bool english) {
  std::string text;
  std::set<std::string> seen;
  for (const Span& span : match.spans) {
    const auto from = static_cast<std::size_t>(span.from);
    const std::string said = visible(to_utf8(words.substr(from, static_cast<std::size_t>(span.to) - from)));
    if (seen.insert(said).second) {
      text += english ? (text.empty() ? "“" : ", “") + said + "”" : "“" + said + "”";
    }
  }
  return text;
}

}  // namespace

std::string to_text(const Ranking& ranking, std::string_view words, const Style& style) {
  const Tone tone = ranking.verdict == Verdict::sure ? Tone::good : Tone::open;
  std::string text = paint(style, tone, style(headline(ranking.verdict))) + "\n";
  if (ranking.verdict == Verdict::none) {
    return text;
  }
  const std::u32string points = to_code_points(words);
  for (std::size_t i = 0; i < ranking.offences.size(); ++i) {
    const OffenceMatch& match = ranking.offences[i];
    text += fmt::format("\n {:>2}  {} ({})\n", i + 1, visible(std::string(match.offence.title)),
                        visible(std::string(match.offence.domain_title)));
    text += "     " +
            paint(style, Tone::faint,
                  style(say("{} · {} 分", "{} · score {}", match.offence.id, match.score))) +
            "\n";
    text += "     " + style(say("话里: {}", "said: {}", quoted(match, points, style.english()))) + "\n";
  }
  return text;
}

std::string to_text(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary,
                    const Style& style) {
  std::string text;
  for (const ProposedFact& proposed : facts) {
    const Fact& fact = vocabulary.facts[proposed.fact];
    text += text.empty()
                ? "\n " + style({"话里的事实(待确认)", "facts the words state (to be confirmed)"}) + "\n"
                : "";
    text += "   - " + fact.label + ": " + value_of(fact, proposed.value, style.english()) + "  " +
            paint(style, Tone::faint, fact.name + "  “" + visible(proposed.value.because) + "”") + "\n";
  }
  return text;
}

}  // namespace siqingdan
