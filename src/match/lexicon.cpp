#include "match/lexicon.h"

#include <algorithm>
#include <tuple>

#include "match/folded.h"
#include "match/syllable.h"

namespace siqingdan {
namespace {

constexpr std::size_t kGap = 6;        // characters that `…` may stand for
constexpr std::size_t kLongWord = 4;   // from here on any one character may be wrong, not only one that sounds alike
constexpr std::string_view kNothing = "-";

std::uint64_t pair_of(char32_t a, char32_t b) { return (std::uint64_t{a} << 32) | b; }

std::uint64_t sounds_at(std::u32string_view text, std::size_t at) {
  return pair_of(sound_of(text[at]), at + 1 < text.size() ? sound_of(text[at + 1]) : 0);
}

// The place after `rest`, which stands within the gap from `at` on; 0 if it does not.
std::size_t end_of_rest(std::u32string_view text, std::size_t at, std::u32string_view rest) {
  for (std::size_t i = at; i <= at + kGap && i + rest.size() <= text.size(); ++i) {
    if (text.compare(i, rest.size(), rest) == 0) {
      return i + rest.size();
    }
    if (ends_clause(text[i])) {
      return 0;
    }
  }
  return 0;
}

// How many characters differ, as far as a slip may have made them differ; more than one counts as many.
std::size_t slips(std::u32string_view word, std::u32string_view in_text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size() && count < 2; ++i) {
    if (word[i] != in_text[i]) {
      const bool may_be = is_chinese(word[i]) && is_chinese(in_text[i]) &&
                          (word.size() >= kLongWord || sound_of(word[i]) == sound_of(in_text[i]));
      count += may_be ? 1 : 2;
    }
  }
  return count;
}

bool overlap(const WordHit& a, const WordHit& b) { return a.from < b.to && b.from < a.to; }

bool within(const WordHit& inner, const WordHit& outer) {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}

// `hits` in the order of `from`: those near enough to touch `hit` lie close by.
template <class Test>
bool any_near(const std::vector<WordHit>& hits, const WordHit& hit, const Test& test) {
  constexpr std::uint32_t kFarthest = 40;
  const auto begin = std::lower_bound(hits.begin(), hits.end(), hit.from, [](const WordHit& h, std::uint32_t at) {
    return h.from + kFarthest < at;
  });
  for (auto other = begin; other != hits.end() && other->from < hit.to; ++other) {
    if (test(*other)) {
      return true;
    }
  }
  return false;
}

bool begins_with_denial(std::u32string_view word) {
  return std::u32string_view(U"没未无不非").find(word.front()) != std::u32string_view::npos;
}

// `没有`, `未`, `不是` … right before a word that does not itself begin so.
bool is_denied(std::u32string_view text, const WordHit& hit) {
  if (begins_with_denial(text.substr(hit.from))) {
    return false;
  }
  static constexpr std::u32string_view kDenials[] = {U"没有", U"没", U"未", U"无", U"不是", U"并非",
                                                     U"没有被", U"未被", U"未见", U"没见", U"未发现", U"没发现",
                                                     U"没有发现", U"不存在", U"不属于", U"没人", U"均未", U"未曾",
                                                     U"不算", U"没有任何"};
  const std::u32string_view before = text.substr(0, hit.from);
  return std::any_of(std::begin(kDenials), std::end(kDenials),
                     [&](std::u32string_view denial) { return before.ends_with(denial); });
}

void sort_by_place(std::vector<WordHit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const WordHit& a, const WordHit& b) {
    return std::tie(a.from, a.to, a.group, a.slip) < std::tie(b.from, b.to, b.group, b.slip);
  });
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
}

}  // namespace

bool ends_clause(char32_t character) {
  return std::u32string_view(U",.;!?。,;!?\n").find(character) != std::u32string_view::npos;
}

bool is_chinese(char32_t character) { return character >= 0x3400 && character <= 0x9FFF; }

Lexicon::Lexicon(const EverydayWords::Lists& groups, const std::vector<std::string>& deniable) {
  for (const auto& [name, words] : groups) {
    names_.push_back(name);
    deniable_.push_back(std::find(deniable.begin(), deniable.end(), name) != deniable.end());
    for (const std::string& word : words) {
      add(word, static_cast<std::uint16_t>(names_.size() - 1));
    }
  }
  std::sort(keys_.begin(), keys_.end());
}

void Lexicon::add(const std::string& word, std::uint16_t group) {
  const std::u32string text = fold(word).text;
  const auto gap = text.find(U'…');
  Word entry{text.substr(0, gap), gap == std::u32string::npos ? U"" : text.substr(gap + 1), group};
  if (entry.text.empty()) {
    return;
  }
  const auto number = static_cast<std::uint32_t>(words_.size());
  keys_.push_back({sounds_at(entry.text, 0), number, 0});
  if (entry.text.size() >= kLongWord) {
    const auto offset = static_cast<std::uint32_t>(entry.text.size() - 2);
    keys_.push_back({sounds_at(entry.text, offset), number, offset});
  }
  words_.push_back(std::move(entry));
}

void Lexicon::try_word(const Key& key, std::u32string_view text, std::size_t at,
                       std::vector<WordHit>& hits) const {
  const Word& word = words_[key.word];
  if (at < key.offset || at - key.offset + word.text.size() > text.size()) {
    return;
  }
  const std::size_t from = at - key.offset;
  const std::size_t wrong = slips(word.text, text.substr(from, word.text.size()));
  const bool may_slip = word.text.size() >= 2 && word.rest.empty();
  if (wrong > 1 || (wrong == 1 && !may_slip)) {
    return;
  }
  std::size_t to = from + word.text.size();
  if (!word.rest.empty()) {
    to = end_of_rest(text, to, word.rest);
    if (to == 0) {
      return;
    }
  }
  hits.push_back({word.group, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), wrong == 1});
}

std::vector<WordHit> Lexicon::find(std::u32string_view text) const {
  std::u32string sounds(text.size() + 1, 0);
  std::transform(text.begin(), text.end(), sounds.begin(), sound_of);
  std::vector<WordHit> hits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const std::uint64_t wanted : {pair_of(sounds[i], sounds[i + 1]), pair_of(sounds[i], 0)}) {
      auto key = std::lower_bound(keys_.begin(), keys_.end(), Key{wanted, 0, 0});
      for (; key != keys_.end() && key->sounds == wanted; ++key) {
        try_word(*key, text, i, hits);
      }
    }
  }
  sort_by_place(hits);
  std::vector<WordHit> kept;
  for (const WordHit& hit : hits) {
    const bool hidden = any_near(hits, hit, [&](const WordHit& other) {
      return (within(hit, other) && !other.slip && (names_[other.group] == kNothing || hit.to - hit.from == 1)) ||
             (hit.slip && !other.slip && other.to - other.from > 1 && overlap(hit, other));
    });
    if (!hidden && !(deniable_[hit.group] && is_denied(text, hit)) && names_[hit.group] != kNothing) {
      kept.push_back(hit);
    }
  }
  return kept;
}

}  // namespace siqingdan
