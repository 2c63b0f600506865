// Earlier decisions: those a bureau hands in, and those of the log itself.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "history/derive.h"
#include "record/append.h"

namespace siqingdan {

struct Imported {
  std::size_t added = 0;
  std::size_t known = 0;  // were in the log already
  std::optional<CompleteSpan> declared;
  std::optional<Recorded> last;  // the last entry it made; nothing if there was nothing new
};

// Adds what is not known yet, all or nothing; importing the same again adds nothing, unless it was withdrawn
// (record/withdraw.h). `complete` declares that the bureau's records of these days are complete.
Imported append_history(Log& log, const std::string& bureau, const std::string& file,
                        const std::vector<PriorRecord>& records, const std::optional<CompleteSpan>& complete,
                        const Signed& by);

// Rows of a party and declarations that count no more, and why.
struct Withdrawal {
  std::int64_t entry = 0;
  std::string who;
  std::string because;
};
struct WithdrawnHistory {
  struct Row {
    PriorRecord record;
    Withdrawal by;
  };
  struct Declaration {
    CompleteSpan span;
    Withdrawal by;
  };
  std::vector<Row> records;
  std::vector<Declaration> complete;
};

// What the log knows of a party (its code in normal form): imported decisions and those recorded here, as far
// as an outcome tells what became of them, else as `pending`; a recheck that found a new violation counts by
// itself. `bureau`: that decides; empty: the only one whose declarations count, if there is but one.
// `withdrawn` gets what is left out because it was withdrawn.
PartyHistory party_history(const Log& log, const std::string& party, const std::string& bureau,
                           WithdrawnHistory* withdrawn = nullptr);

}  // namespace siqingdan
