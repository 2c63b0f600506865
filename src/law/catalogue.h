// The laws that are cited, with their versions, and the offences (案由) they define.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json/node.h"
#include "law/citation.h"

namespace siqingdan {

// How far a text can be relied on, weakest first.
enum class Standing : std::uint8_t { drafted, reported, official, confirmed };
const char* name_of(Standing standing);

struct LawVersion {
  std::string text;            // the date of the wording; empty: not known
  std::optional<Date> from;    // the day it took effect; nothing: not known
  std::optional<Date> until;   // the first day it no longer holds
  std::string number;          // of the document that made it; may be empty
  Standing standing = Standing::drafted;
};

struct Law {
  std::string short_name;
  std::string name;
  std::string level;
  std::vector<LawVersion> versions;
};

struct Offence {
  std::string id;
  std::string domain;
  std::string title;
  std::vector<std::string> aliases;
  std::vector<Citation> violates;
  std::vector<Citation> penalty;
  std::vector<std::string> open;
};

struct Catalogue {
  std::map<std::string, Law> laws;
  std::map<std::string, Offence> offences;
  std::map<std::string, std::string> domains;  // id → title

  std::vector<std::string> law_names() const;
  std::vector<std::string> offence_ids() const;

  // `某规定 第N条第N款第(N)项`, with the short name where the law has one.
  std::string in_chinese(const Citation& citation) const;
  std::string in_english(const Citation& citation) const;
};

void read_laws(const json::Document& document, Catalogue& catalogue, Issues& issues);

// One file of offences/; its ids must begin with the domain, which is the file's name.
void read_offences(const json::Document& document, Catalogue& catalogue, Issues& issues);

// Reads an array of citations under `key` (absent: none). A law that is not in the catalogue is an issue at
// the citation, with a suggestion.
std::vector<Citation> read_citations(json::Object& object, std::string_view key, const Catalogue& catalogue);

}  // namespace siqingdan
