// The offences a description may speak of, as an officer reads them on a terminal.

#pragma once

#include <string>
#include <string_view>

#include "law/catalogue.h"
#include "match/fact_propose.h"
#include "match/offence_rank.h"
#include "report/language.h"

namespace siqingdan {

// `words` are those that were ranked; what carried each offence is quoted from them.
std::string to_text(const Ranking& ranking, std::string_view words, const Style& style);

// The facts they state; empty if they state none.
std::string to_text(const std::vector<ProposedFact>& facts, const Vocabulary& vocabulary, const Style& style);

}  // namespace siqingdan
