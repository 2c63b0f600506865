#include "record/index_rows.h"

#include <initializer_list>

#include "json/value.h"
#include "rules/rule_set.h"

namespace siqingdan {
namespace {

using json::Node;

const Node* find(const Node& from, std::initializer_list<const char*> keys) {
  const Node* node = &from;
  for (const char* key : keys) {
    node = node == nullptr ? nullptr : node->find(key);
  }
  return node;
}

// Reads texts and remembers whether one was missing.
class Texts {
 public:
  explicit Texts(const Node& from) : from_(from) {}

  std::string at(std::initializer_list<const char*> keys) {
    const Node* node = find(from_, keys);
    const bool there = node != nullptr && node->kind == Node::Kind::text;
    complete_ = complete_ && there;
    return there ? node->text : "";
  }

  std::optional<std::string> maybe_at(std::initializer_list<const char*> keys) const {
    const Node* node = find(from_, keys);
    return node != nullptr && node->kind == Node::Kind::text ? std::optional(node->text) : std::nullopt;
  }

  bool complete() const { return complete_; }

 private:
  const Node& from_;
  bool complete_ = true;
};

// The duties that somebody must come back to; nothing if one cannot be read.
std::optional<std::vector<FollowUpRow>> follow_ups_of(const Node& duties) {
  std::vector<FollowUpRow> rows;
  for (const Node& duty : duties.items) {
    const Node* wanted = duty.find("follow_up");
    if (wanted == nullptr || !wanted->boolean) {
      continue;
    }
    Texts texts(duty);
    rows.push_back({texts.at({"id"}), texts.at({"what"}), texts.at({"who"}), texts.maybe_at({"due"}),
                    texts.maybe_at({"waiting_for"}).value_or("")});
    if (!texts.complete()) {
      return std::nullopt;
    }
  }
  return rows;
}

}  // namespace

std::optional<DecisionIndex> read_decision_body(const Node& body) {
  const Node* decision = body.find("decision");
  const Node* duties = decision == nullptr ? nullptr : decision->find("duties");
  if (duties == nullptr) {
    return std::nullopt;
  }
  Texts texts(*decision);
  DecisionIndex index;
  index.case_id = texts.at({"case"});
  index.day = texts.at({"on"});
  index.offence = texts.maybe_at({"offence", "id"}).value_or("");
  json::Value answers = json::Value::object();
  json::Value drafted = json::Value::array();
  for (const Question question : kQuestions) {
    answers[name_of(question)] = texts.at({"answers", name_of(question), "answer"});
    // So that a list of decisions, too, can tell a drafted ground from law.
    if (texts.maybe_at({"answers", name_of(question), "standing"}) == name_of(Standing::drafted)) {
      drafted.push_back(name_of(question));
    }
  }
  answers["drafted"] = std::move(drafted);
  index.answers = json::compact(answers);
  index.rules = texts.at({"made_with", "rules"});
  index.calendar = texts.at({"made_with", "calendar"});
  auto follow_ups = follow_ups_of(*duties);
  if (!texts.complete() || !follow_ups) {
    return std::nullopt;
  }
  index.follow_ups = std::move(*follow_ups);
  return index;
}

std::optional<ReviewIndex> read_review_body(const Node& body) {
  const Node* follow_up = body.find("follow_up");
  const Node* decision = body.find("decision");
  Texts texts(body);
  ReviewIndex index{follow_up == nullptr ? 0 : follow_up->integer,
                    decision == nullptr ? 0 : decision->integer, texts.at({"duty"}), texts.at({"outcome"}),
                    texts.at({"note"})};
  return texts.complete() && index.follow_up > 0 && index.decision > 0 ? std::optional(index) : std::nullopt;
}

}  // namespace siqingdan
