#include "record/other_rules.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "base/failure.h"
#include "json/quick.h"
#include "record/compact.h"
#include "record/read.h"
#include "record/rerun.h"

namespace siqingdan {
namespace {

using json::Node;

using OpenFollowUps = std::map<std::pair<std::int64_t, std::string>, std::int64_t>;  // decision, duty → id

// Those that the decision itself opened. One that a restart opened does not hang on the rules.
OpenFollowUps open_follow_ups(const Log& log) {
  OpenFollowUps open;
  for (const FollowUp& each : follow_ups(log)) {
    if (each.outcome.empty() && each.entry == each.decision) {
      open.emplace(std::make_pair(each.decision, each.duty), each.id);
    }
  }
  return open;
}

std::string text_or_nothing(const Node& object, std::string_view key) {
  const Node* node = object.find(key);
  return node == nullptr ? "" : node->text;
}

const std::vector<Node>& items_at(const Node& object, std::string_view key) {
  static const std::vector<Node> none;
  const Node* node = object.find(key);
  return node == nullptr ? none : node->items;
}

RecordedOutline outline(const Node& of) {
  RecordedOutline outline{text_or_nothing(of, "answer"),
                          text_or_nothing(of, "effect"),
                          text_or_nothing(of, "rule"),
                          text_or_nothing(of, "standing"),
                          {}};
  const std::vector<Node>& grounds = items_at(of, "grounds");
  if (!grounds.empty() && !grounds.front().items.empty()) {
    outline.nearest = grounds.front().items.front().text;
  }
  return outline;
}

auto what_counts(const RecordedOutline& o) { return std::tie(o.answer, o.effect, o.rule, o.standing); }

void compare_answer(Question question, const std::string& measure, const Node& was, const Node& is,
                    std::vector<AnswerChange>& out) {
  AnswerChange change{question, measure, outline(was), outline(is)};
  if (what_counts(change.from) != what_counts(change.to)) {
    out.push_back(std::move(change));
  }
}

// Of several measures each is compared; the question as a whole goes by the weakest of them.
void compare_answers(const Node& was, const Node& is, std::vector<AnswerChange>& out) {
  for (const Question question : kQuestions) {
    const Node* old_answer = was.find(name_of(question));
    const Node* new_answer = is.find(name_of(question));
    if (old_answer == nullptr || new_answer == nullptr) {
      continue;
    }
    const std::vector<Node>& old_measures = items_at(*old_answer, "measures");
    const std::vector<Node>& new_measures = items_at(*new_answer, "measures");
    for (std::size_t i = 0; i < std::min(old_measures.size(), new_measures.size()); ++i) {
      compare_answer(question, text_or_nothing(new_measures[i], "object"), old_measures[i], new_measures[i],
                     out);
    }
    if (old_measures.empty() || new_measures.empty()) {
      compare_answer(question, "", *old_answer, *new_answer, out);
    }
  }
}

std::map<std::string, FollowUpChange::End> ends_of(const Node& decision) {
  std::map<std::string, FollowUpChange::End> ends;
  for (const Node& duty : items_at(decision, "duties")) {
    if (duty.find("what") != nullptr) {
      ends[text_or_nothing(duty, "id")] = {true, text_or_nothing(duty, "due"),
                                           text_or_nothing(duty, "waiting_for")};
    }
  }
  return ends;
}

void compare_follow_ups(std::int64_t entry, const Node& was, const Node& is, const OpenFollowUps& open,
                        std::vector<FollowUpChange>& out) {
  const auto before = ends_of(was);
  const auto after = ends_of(is);
  const auto end_of = [](const auto& ends, const std::string& duty) {
    const auto found = ends.find(duty);
    return found == ends.end() ? FollowUpChange::End{} : found->second;
  };
  for (const auto& [duty, end] : before) {
    const auto id = open.find({entry, duty});
    if (const auto then = end_of(after, duty); id != open.end() && !(end == then)) {
      out.push_back({id->second, duty, end, then});
    }
  }
  for (const auto& [duty, end] : after) {
    if (before.count(duty) == 0) {
      out.push_back({0, duty, {}, end});
    }
  }
}

Change change_of(const DecisionEntry& entry, const RuleSet& rules, Memory& memory,
                 const OpenFollowUps& open) {
  Change change;
  change.entry = entry.id;
  const auto recorded = read_recorded(entry.id, entry.body, Reading::whole);
  if (!recorded) {
    change.undecidable = say("正文不是一个决定的内容,被改动过",
                             "its body is not that of a decision: it was altered");
    return change;
  }
  const Node& was = recorded->decision;
  change.case_id = text_or_nothing(was, "case");
  change.party = text_or_nothing(was, "party");
  change.party_name = text_or_nothing(was, "party_name");
  Rerun rerun = run_again(*recorded, rules, memory);
  if (!rerun.decision) {
    change.undecidable = std::move(rerun.reason);
    return change;
  }
  const auto is = json::read_quickly(canonical_compact(*rerun.decision));
  const Node* old_answers = was.find("answers");
  if (!is || old_answers == nullptr) {
    bug("a record without answers");
  }
  compare_answers(*old_answers, *is->find("answers"), change.answers);
  compare_follow_ups(entry.id, was, *is, open, change.follow_ups);
  return change;
}

bool is_change(const Change& change) {
  return !change.answers.empty() || !change.follow_ups.empty() || !change.undecidable.en.empty();
}

}  // namespace

OtherRules under_other_rules(const Log& log, const RuleSet& rules, Selection selection,
                             const Progress& progress) {
  selection.in_force = true;
  const OpenFollowUps open = open_follow_ups(log);
  std::vector<std::vector<Change>> found(selection.jobs);
  std::deque<Memory> memories;  // one a thread
  for (unsigned job = 0; job < selection.jobs; ++job) {
    memories.emplace_back(rules);
  }
  OtherRules result;
  result.decisions = each_decision(log, selection, progress, [&](unsigned job, const DecisionEntry& entry) {
    if (Change change = change_of(entry, rules, memories[job], open); is_change(change)) {
      found[job].push_back(std::move(change));
    }
  });
  for (auto& some : found) {
    std::move(some.begin(), some.end(), std::back_inserter(result.changes));
  }
  std::sort(result.changes.begin(), result.changes.end(),
            [](const Change& a, const Change& b) { return a.entry < b.entry; });
  return result;
}

std::vector<ChangeCount> counted(const std::vector<Change>& changes) {
  const auto key = [](const AnswerChange& c) {
    return std::tuple_cat(std::make_tuple(c.question), what_counts(c.from), std::tie(c.from.nearest),
                          what_counts(c.to), std::tie(c.to.nearest));
  };
  std::vector<AnswerChange> all;
  for (const Change& change : changes) {
    for (auto it = change.answers.begin(); it != change.answers.end(); ++it) {
      // Of several measures of one decision that change alike, the first stands for all.
      if (std::none_of(change.answers.begin(), it,
                       [&](const auto& other) { return key(other) == key(*it); })) {
        all.push_back(*it);
        all.back().measure.clear();
      }
    }
  }
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<ChangeCount> counts;
  for (AnswerChange& change : all) {
    if (counts.empty() || key(counts.back().change) != key(change)) {
      counts.push_back({std::move(change), 0});
    }
    ++counts.back().decisions;
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.decisions > b.decisions; });
  return counts;
}

std::string list_of_rule(const std::string& rule) {
  const auto slash = rule.rfind('/');
  return slash == std::string::npos ? rule : rule.substr(0, slash);
}

}  // namespace siqingdan
