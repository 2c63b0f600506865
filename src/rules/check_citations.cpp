#include "rules/check_citations.h"

#include <algorithm>

namespace siqingdan {
namespace {

using Verdict = CitationCheck::Verdict;

void add(Text& text, const Text& more) {
  if (more.empty() || text.zh.find(more.zh) != std::string::npos) {
    return;
  }
  text.zh += (text.zh.empty() ? "" : ";") + more.zh;
  text.en += (text.en.empty() ? "" : "; ") + more.en;
}

struct Tally {
  std::vector<std::string> has;
  std::vector<std::string> lacks;
  Text notes;     // of the texts that have it
  Text faults;    // of those that lack it
  Text no_texts;  // of versions without a text that could be read
};

void check_version(const Citation& cite, const Law& law, const LawVersion& version, const StatuteTexts& texts,
                   Tally& tally) {
  const StatuteChoice choice = texts.choose(cite.law, law, version);
  if (choice.file == nullptr) {
    add(tally.no_texts, choice.note);
    return;
  }
  const std::string name = choice.file->name();
  const StatuteTexts::Read& read = texts.read(*choice.file);
  if (!read.text) {
    add(tally.no_texts, say("{} 读不了", "{} cannot be read", name));
    return;
  }
  if (cite.article == 0) {
    tally.has.push_back(name);
    add(tally.notes, choice.note);
    return;
  }
  if (read.text->articles.empty()) {
    add(tally.no_texts, say("{} 里认不出条文", "no article was recognised in {}", name));
    return;
  }
  const Lookup lookup = find(*read.text, {{cite.article, 0}, cite.paragraph, cite.item});
  if (lookup.found == Lookup::Found::no) {
    tally.lacks.push_back(name);
    add(tally.faults, lookup.why);
  } else {
    tally.has.push_back(name);
    add(tally.notes, lookup.why);
    add(tally.notes, choice.note);
  }
}

CitationCheck check(const Cited& cited, const Catalogue& catalogue, const StatuteTexts& texts) {
  const Citation& cite = cited.cite;
  const auto found = catalogue.laws.find(cite.law);
  static const Law kUnknown;
  const Law& law = found == catalogue.laws.end() ? kUnknown : found->second;
  // A citation that never counts where it stands is still checked, by its own days.
  const Period days = cited.counts().empty() ? Period{cite.from, cite.until} : cited.counts();
  Tally tally;
  bool in_force = law.versions.empty();
  bool ended = !in_force;
  for (const LawLife& life : lives_of(law)) {
    if (life.period.overlaps(days)) {
      in_force = true;
      check_version(cite, law, *life.version, texts, tally);
    }
    ended = ended && life.period.until && days.from && *life.period.until <= *days.from;
  }
  if (!in_force && ended) {
    return {&cited,
            Verdict::missing,
            {},
            say("引用生效时这部法已经不再有效", "the law had ended before the citation counts")};
  }
  if (!in_force) {
    add(tally.no_texts,
        say("目录里没有引用生效期间的版本", "the catalogue has no version of the days the citation counts"));
  }
  if (!tally.lacks.empty()) {
    if (!tally.has.empty()) {
      add(tally.faults, say("另一版有,引用应当写明 `from`/`until`",
                            "another version has it: the citation needs `from`/`until`"));
    }
    return {&cited, Verdict::missing, tally.lacks, tally.faults};
  }
  if (!tally.has.empty()) {
    if (!tally.no_texts.empty()) {
      add(tally.notes, {"另有一版没有核对: " + tally.no_texts.zh,
                        "another version was not checked: " + tally.no_texts.en});
    }
    return {&cited, Verdict::checked, tally.has, tally.notes};
  }
  add(tally.no_texts,
      law.versions.empty() ? say("目录没有列出版本", "the catalogue lists no version") : Text{});
  return {&cited, Verdict::no_text, {}, tally.no_texts};
}

}  // namespace

std::vector<CitationCheck> check_citations(const std::vector<Cited>& citations, const Catalogue& catalogue,
                                           const StatuteTexts& texts) {
  std::vector<CitationCheck> checks;
  for (const Cited& cited : citations) {
    checks.push_back(check(cited, catalogue, texts));
  }
  return checks;
}

}  // namespace siqingdan
