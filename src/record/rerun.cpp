#include "record/rerun.h"

#include <algorithm>
#include <set>

#include "base/failure.h"
#include "decide/decide.h"
#include "json/canonical.h"
#include "json/quick.h"

namespace siqingdan {
namespace {

using json::Node;

const std::string* text_at(const Node& object, std::string_view key) {
  const Node* node = object.find(key);
  return node != nullptr && node->kind == Node::Kind::text ? &node->text : nullptr;
}

Node* member(Node& object, std::string_view key) {
  for (json::Member& each : object.members) {
    if (each.key == key) {
      return &each.value;
    }
  }
  return nullptr;
}

// Holds two values against each other and writes down every place where they part.
class Comparison {
 public:
  Comparison(std::int64_t entry, std::vector<Difference>& out) : entry_(entry), out_(out) {}

  void compare(const Node* recorded, const Node* replayed, const std::string& path) {
    const bool alike = recorded != nullptr && replayed != nullptr && recorded->kind == replayed->kind;
    if (alike && recorded->kind == Node::Kind::object) {
      members(*recorded, *replayed, path);
    } else if (alike && recorded->kind == Node::Kind::array) {
      items(recorded->items, replayed->items, path);
    } else if (const std::string was = written(recorded), is = written(replayed); was != is) {
      out_.push_back({entry_, path, was, is, {}});
    }
  }

 private:
  static std::string written(const Node* node) { return node == nullptr ? "" : json::canonical(*node); }

  void members(const Node& recorded, const Node& replayed, const std::string& path) {
    std::set<std::string> keys;
    for (const Node* side : {&recorded, &replayed}) {
      for (const json::Member& each : side->members) {
        keys.insert(each.key);
      }
    }
    for (const std::string& key : keys) {
      compare(recorded.find(key), replayed.find(key), path.empty() ? key : path + "." + key);
    }
  }

  void items(const std::vector<Node>& recorded, const std::vector<Node>& replayed, const std::string& path) {
    for (std::size_t i = 0; i < std::max(recorded.size(), replayed.size()); ++i) {
      compare(i < recorded.size() ? &recorded[i] : nullptr, i < replayed.size() ? &replayed[i] : nullptr,
              fmt::format("{}[{}]", path, i));
    }
  }

  std::int64_t entry_;
  std::vector<Difference>& out_;
};

}  // namespace

std::optional<RecordedDecision> read_recorded(std::int64_t entry, std::string_view body) {
  auto root = json::read_quickly(body);
  Node* of = root ? member(*root, "case") : nullptr;
  Node* decision = root ? member(*root, "decision") : nullptr;
  const Node* made_with = decision == nullptr ? nullptr : decision->find("made_with");
  const std::string* on = decision == nullptr ? nullptr : text_at(*decision, "on");
  const std::string* rules = made_with == nullptr ? nullptr : text_at(*made_with, "rules");
  const std::string* calendar = made_with == nullptr ? nullptr : text_at(*made_with, "calendar");
  const auto day = on == nullptr ? std::nullopt : parse_date(*on);
  if (of == nullptr || rules == nullptr || calendar == nullptr || !day) {
    return std::nullopt;
  }
  const Node* replaces = root->find("replaces");
  const std::string ending = replaces == nullptr ? "}" : ",\"replaces\":" + json::canonical(*replaces) + "}";
  std::string rules_digest = *rules;
  std::string calendar_digest = *calendar;
  return RecordedDecision{{fmt::format("entries {}", entry), std::move(*of)},
                          std::move(*decision),
                          ending,
                          std::move(rules_digest),
                          std::move(calendar_digest),
                          *day};
}

Rerun run_again(const RecordedDecision& recorded, const RuleSet& rules, Memory& memory) {
  Issues issues;
  if (decidable(rules, recorded.on, issues)) {
    if (auto a_case = read_case_to_decide(recorded.of, rules.vocabulary, rules.catalogue, recorded.on,
                                          issues)) {
      return {decide(rules, std::move(*a_case), recorded.on, memory), {}};
    }
  }
  // Places are of no use: nobody wrote this text by hand.
  return {std::nullopt, issues.all().front().message};
}

bool holds(std::string_view body, const RecordedDecision& recorded, const std::string& decision) {
  return body.ends_with(",\"decision\":" + decision + recorded.ending);
}

std::vector<Difference> differences(std::int64_t entry, const Node& recorded, const std::string& decision) {
  const auto replayed = json::read_quickly(decision);
  if (!replayed) {
    bug("a decision that is no JSON");
  }
  std::vector<Difference> found;
  Comparison(entry, found).compare(&recorded, &*replayed, "");
  return found;
}

}  // namespace siqingdan
