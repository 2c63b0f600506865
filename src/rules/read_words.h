// words.json to EverydayWords; every name in it is one of the catalogue or of the file itself.

#pragma once

#include "law/catalogue.h"
#include "rules/words.h"

namespace siqingdan {

EverydayWords read_words(const json::Document& document, const Catalogue& catalogue, Issues& issues);

}  // namespace siqingdan
