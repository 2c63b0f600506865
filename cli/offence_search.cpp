#include "offence_search.h"

#include <algorithm>

#include "match/offence_rank.h"
#include "typed_fact.h"

namespace siqingdan::cli {
namespace {

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kMostDescribed = 5;

std::string same_words(const std::string& text) { return text; }

}  // namespace

const Offence* OffenceSearch::find(const std::string& words) {
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    if (words == std::to_string(i + 1)) {
      return shown_[i];
    }
  }
  std::vector<const Offence*> found = fitting(words);
  if (found.size() == 1) {
    return found.front();
  }
  const std::size_t count = found.size();
  if (count > 0) {
    prompt_.tell(say("  有 {} 个,写它的号码,或者写得再具体些:\n",
                     "  {} offences fit: give its number, or say more\n", count));
  } else {
    found = described(words);
    prompt_.tell(found.empty() ? say("  没有找到,换几个字试试\n", "  nothing fits: try other words\n")
                               : say("  照这些话,可能是(写号码,或者换几个字):\n",
                                     "  these words may describe (give a number, or other words)\n"));
  }
  show(std::move(found));
  return nullptr;
}

void OffenceSearch::offer(const std::vector<OffenceCandidate>& candidates) {
  std::vector<const Offence*> offences;
  for (const OffenceCandidate& candidate : candidates) {
    offences.push_back(&rules_.catalogue.offences.at(candidate.offence));
  }
  show(std::move(offences));
}

void OffenceSearch::show(std::vector<const Offence*> offences) {
  const bool more = offences.size() > kMostShown;
  offences.resize(std::min(offences.size(), kMostShown));
  for (std::size_t i = 0; i < offences.size(); ++i) {
    prompt_.put(fmt::format("    {} {}  {}\n", i + 1, offences[i]->title, offences[i]->id));
  }
  if (more) {
    prompt_.put("    …\n");
  }
  shown_ = std::move(offences);
}

std::vector<const Offence*> OffenceSearch::described(const std::string& words) const {
  const Ranking ranking = rank(prompt_.context().evidence(), fold(words), kMostDescribed);
  std::vector<const Offence*> offences;
  if (ranking.verdict != Verdict::none) {
    for (const OffenceMatch& match : ranking.offences) {
      offences.push_back(&rules_.catalogue.offences.at(std::string(match.offence.id)));
    }
  }
  return offences;
}

std::vector<const Offence*> OffenceSearch::fitting(const std::string& words) const {
  std::vector<const Offence*> found = fitting(words, same_words);
  return found.empty() ? fitting(words, traditional_or_same) : found;
}

std::vector<const Offence*> OffenceSearch::fitting(const std::string& words, Written written) const {
  std::vector<const Offence*> found;
  const auto fits = [&](const std::string& text) { return written(text).find(words) != std::string::npos; };
  for (const auto& [id, offence] : rules_.catalogue.offences) {
    if (id == words) {
      return {&offence};
    }
    if (!words.empty() &&
        (fits(offence.title) || std::any_of(offence.aliases.begin(), offence.aliases.end(), fits))) {
      found.push_back(&offence);
    }
  }
  return found;
}

}  // namespace siqingdan::cli
