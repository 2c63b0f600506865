#include "record/replay.h"

#include <algorithm>
#include <map>

#include "record/compact.h"

namespace siqingdan {

namespace {

using Memories = std::map<const RuleSet*, Memory>;

ReplayOfOne replayed(const DecisionEntry& entry, KeptRules& rules, Memories& memories) {
  const auto recorded = read_recorded(entry.id, entry.body, Reading::outline);
  if (!recorded) {
    return {std::nullopt,
            {{entry.id,
              {},
              {},
              {},
              say("正文不是一个决定的内容,被改动过", "its body is not that of a decision: it was altered")}}};
  }
  const KeptRules::Found& found = rules.find(recorded->rules, recorded->calendar);
  if (found.rules == nullptr) {
    return {std::nullopt, {{entry.id, {}, {}, {}, found.missing}}};
  }
  Memory& memory = memories.try_emplace(found.rules, *found.rules).first->second;
  Rerun rerun = run_again(*recorded, *found.rules, memory);
  if (!rerun.decision) {
    return {std::nullopt, {{entry.id, {}, {}, {}, std::move(rerun.reason)}}};
  }
  ReplayOfOne one{std::move(rerun.decision), {}};
  const std::string decision = canonical_compact(*one.decision);
  if (!holds(entry.body, *recorded, decision)) {
    const auto whole = read_recorded(entry.id, entry.body, Reading::whole);
    one.differences = differences(entry.id, whole->decision, decision);
    if (one.differences.empty()) {
      one.differences.push_back({entry.id,
                                 {},
                                 {},
                                 {},
                                 say("内容相同,但字节不是本程序写下的样子",
                                     "it says the same, but not in the bytes that this program writes")});
    }
  }
  return one;
}

}  // namespace

ReplayOfOne replay_one(const DecisionEntry& entry, KeptRules& rules) {
  Memories memories;
  return replayed(entry, rules, memories);
}

Replay replay(const Log& log, KeptRules& rules, const Selection& selection, const Progress& progress) {
  std::vector<std::vector<Difference>> found(selection.jobs);
  std::vector<Memories> memories(selection.jobs);
  Replay replay;
  replay.decisions = each_decision(log, selection, progress, [&](unsigned job, const DecisionEntry& entry) {
    auto differences = replayed(entry, rules, memories[job]).differences;
    std::move(differences.begin(), differences.end(), std::back_inserter(found[job]));
  });
  for (auto& some : found) {
    std::move(some.begin(), some.end(), std::back_inserter(replay.differences));
  }
  std::stable_sort(replay.differences.begin(), replay.differences.end(),
                   [](const Difference& a, const Difference& b) { return a.entry < b.entry; });
  return replay;
}

}  // namespace siqingdan
