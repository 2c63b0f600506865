// A pattern of words: `{done}…[下架|撤下]{了?}`.
//
//   …          a gap of a few characters of the same clause, without a negation or a guard
//   [a|b|]     one of these words, perhaps none
//   {set}      a word of a set of words/facts/; {set?} or none
//   {money} {date} {days}   a quantity
//   {that_day} 当场, 当日, 次日: the day that was named last, or the one after it
//   →          on to the first deed that is said after here in the sentence, before the next date; what
//              follows must be that deed: `{date}→[检查|查获]`. A date belongs to the first deed after it.
//   ,          the end of a clause, if there is one here
//   others     stand for themselves

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace siqingdan {

struct PatternPart {
  enum class Kind : std::uint8_t { words, set, gap, boundary, deed, money, date, days, that_day };
  Kind kind = Kind::words;
  bool optional = false;
  std::vector<std::u32string> words;  // of `words`; longest first
  std::string set;                    // of `set`

  bool is_quantity() const { return kind >= Kind::money; }
};
using Pattern = std::vector<PatternPart>;

// nullopt if a bracket is not closed or there is nothing to match.
std::optional<Pattern> parse_pattern(std::string_view text);

// Whether a pattern can match in a text, read off its own text, which is far quicker than to parse it: it can
// if the words that it needs stand in the text. A quantity may stand anywhere. The pattern must be one that
// parses; `stands` is asked for words, `set_stands` for the names of sets.
bool may_match(std::string_view text, const std::function<bool(std::string_view)>& stands,
               const std::function<bool(const std::string&)>& set_stands);

// Longest first, so that the whole word is taken; equal lengths in the order of code points.
void sort_words(std::vector<std::u32string>& words);

// The same for words and for what stands between brackets in a pattern, done once when the files are read: it
// would take longer at each start than to read a text.
std::vector<std::string> in_order(const std::vector<std::string>& words);
std::string with_alternatives_in_order(std::string_view pattern);

}  // namespace siqingdan
