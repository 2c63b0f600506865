// Has anybody changed the log?
//
// The tables are those we made, the chain holds, the index says what the entries say and nothing beside it,
// what decisions were made with is there, every page of the file can be read. What this cannot show by
// itself, a cut tail or a log that was written anew from the start, a checkpoint can (record/checkpoint.h).

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/text.h"
#include "record/checkpoint.h"
#include "record/log.h"

namespace siqingdan {

// Something that does not fit: where, and what.
struct Flaw {
  std::string place;  // `entries 17`, `follow_ups 3`, `content sha256:…`, `database`, `checkpoint`
  Text what;
};

// How far it has come: rows done, rows in all.
using Progress = std::function<void(std::int64_t, std::int64_t)>;

// Everything that does not fit, in the order it was found, a hundred at the most; empty if the log is whole.
// Every one of `anchors`, and the head file beside the log if there is one (record/head_file.h), must stand
// in the chain as it was when it was taken. `notes` gets what is odd and no sign of a change: entries written
// at an earlier hour than the one before, ten at the most.
std::vector<Flaw> verify(const Log& log, std::vector<Anchor> anchors = {}, const Progress& progress = {},
                         std::vector<Flaw>* notes = nullptr);

}  // namespace siqingdan
