#include "offence_search.h"

#include <algorithm>

#include "typed_fact.h"

namespace siqingdan::cli {
namespace {

constexpr std::size_t kMostShown = 20;

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
  prompt_.tell(found.empty() ? say("  没有找到,换几个字试试\n", "  nothing fits: try other words\n")
                             : say("  有 {} 个,写它的号码,或者写得再具体些:\n",
                                   "  {} offences fit: give its number, or say more\n", count));
  found.resize(std::min(count, kMostShown));
  for (std::size_t i = 0; i < found.size(); ++i) {
    prompt_.put(fmt::format("    {} {}  {}\n", i + 1, found[i]->title, found[i]->id));
  }
  if (count > kMostShown) {
    prompt_.put("    …\n");
  }
  shown_ = std::move(found);
  return nullptr;
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
