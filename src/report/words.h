// The words and marks officers see for questions, answers and standings.

#pragma once

#include "base/text.h"
#include "decide/decision.h"
#include "report/language.h"

namespace siqingdan {

Text words_for(Question question, const Findings& findings);  // 可以不予立案
Text words_for(Question question, const LawSide& side);  // the same, of one of two laws
Text words_for(Applied applied);                         // 适用决定时的规则,较宽
Text words_for(Standing standing);                     // 已公布条目
const char* mark_of(Answer answer);  // ✓ ✗ ? -
Tone tone_of(Answer answer);

// The same for what a question came to: a leniency that rests on a drafted item only is marked ! and loud.
bool is_drafted(const Findings& findings);
const char* mark_of(const Findings& findings);
Tone tone_of(const Findings& findings);

// The list and number of a ground as an officer would cite it: 松江不予立案清单(2022)第 1 项(序号未核).
Text source_of(const Ground& ground);

// The law something rests on, as numbered on that day: 某规定 第N条第N款第(N)项、….
std::string basis_of(const Catalogue& catalogue, const std::vector<Citation>& cites, Date law_on,
                     bool english);

// What a list sets: 2 年, 10 个工作日, 500.00 元.
Text amount_of(const Number& number, const Number::Value& value);

// What a measure is aimed at, in the officer's words: 场所.
std::string object_name(const Vocabulary& vocabulary, const std::string& object, bool english);

// What became of a proposal from words, by Known::from: (据文字,待确认).
Text words_for_origin(const std::string& from);

// A fact's value for people: 是, 危害后果轻微, 500.00 元, 2026-11-23, 3 天.
std::string value_of(const Fact& fact, const Known& known, bool english);

}  // namespace siqingdan
