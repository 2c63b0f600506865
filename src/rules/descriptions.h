// How people describe what is an offence and what is none, as data: the files of `words/` beside
// `facts/`. The matcher (src/match) learns from them which words speak for which offence. They decide
// nothing: a decision rests on what was confirmed, so they are no part of the digest of the rules.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "json/node.h"
#include "law/catalogue.h"

namespace siqingdan {

struct Descriptions {
  std::map<std::string, std::vector<std::string>> of;  // offence → what people say
  std::vector<std::string> outside;                    // what is no violation of market law
};

// Adds those of a file. Every offence must be of the catalogue; what is said twice, in this file or another,
// is an error.
void read_descriptions(const json::Document& document, const Catalogue& catalogue, Descriptions& descriptions,
                       Issues& issues);

}  // namespace siqingdan
