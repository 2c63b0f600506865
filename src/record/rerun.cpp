#include "record/rerun.h"
#include "json/value.h"

#include <algorithm>
#include <array>
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
  using Names = std::vector<std::string>;

  static std::string written(const Node* node) { return node == nullptr ? "" : json::canonical(*node); }

  void members(const Node& recorded, const Node& replayed, const std::string& path) {
    std::set<std::string> keys;
    for (const Node* side : {&recorded, &replayed}) {
      for (const json::Member& each : side->members) {
        keys.insert(each.key);
      }
    }
    for (const std::string& key : keys) {
      compare(recorded.find(key), replayed.find(key), path.empty() ? key : fmt::format("{}.{}", path, key));
    }
  }

  void items(const std::vector<Node>& recorded, const std::vector<Node>& replayed, const std::string& path) {
    const auto was = names_of(recorded);
    const auto is = names_of(replayed);
    if (was && is) {
      named_items(recorded, *was, replayed, *is, path);
      return;
    }
    for (std::size_t i = 0; i < std::max(recorded.size(), replayed.size()); ++i) {
      compare(i < recorded.size() ? &recorded[i] : nullptr, i < replayed.size() ? &replayed[i] : nullptr,
              fmt::format("{}[{}]", path, i));
    }
  }

  // A ground, a question or a duty is held against the one of the same name, wherever it stands.
  void named_items(const std::vector<Node>& recorded, const Names& was, const std::vector<Node>& replayed,
                   const Names& is, const std::string& path) {
    const std::size_t before = out_.size();
    const auto at = [](const std::vector<Node>& items, const Names& names, const std::string& name) {
      const auto found = std::find(names.begin(), names.end(), name);
      return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
    };
    for (std::size_t i = 0; i < was.size(); ++i) {
      compare(&recorded[i], at(replayed, is, was[i]), fmt::format("{}[{}]", path, was[i]));
    }
    for (std::size_t i = 0; i < is.size(); ++i) {
      if (at(recorded, was, is[i]) == nullptr) {
        compare(nullptr, &replayed[i], fmt::format("{}[{}]", path, is[i]));
      }
    }
    if (out_.size() == before && was != is) {  // only the order is another
      out_.push_back({entry_, path, json::canonical(json::Value(was)), json::canonical(json::Value(is)), {}});
    }
  }

  // What the items go by, if each has a name of its own: an id, or the text a list begins with.
  static std::optional<Names> names_of(const std::vector<Node>& items) {
    Names names;
    for (const Node& item : items) {
      const Node* name = item.kind == Node::Kind::object ? item.find("id")
                         : item.items.size() > 1         ? &item.items.front()
                                                         : nullptr;
      if (name == nullptr || name->kind != Node::Kind::text ||
          std::find(names.begin(), names.end(), name->text) != names.end()) {
        return std::nullopt;
      }
      names.push_back(name->text);
    }
    return names;
  }

  std::int64_t entry_;
  std::vector<Difference>& out_;
};

}  // namespace

std::optional<RecordedDecision> read_recorded(std::int64_t entry, std::string_view body, Reading reading) {
  static constexpr std::array<std::string_view, 4> kInside = {"answers", "ask", "duties", "warnings"};
  auto root = reading == Reading::whole ? json::read_quickly(body) : json::read_quickly(body, kInside);
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
  for (const std::string_view end :
       {std::string_view(recorded.ending), std::string_view(decision), std::string_view(",\"decision\":")}) {
    if (!body.ends_with(end)) {
      return false;
    }
    body.remove_suffix(end.size());
  }
  return true;
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
