#include "record/index.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/date.h"
#include "decide/decision.h"
#include "json/quick.h"
#include "record/kinds.h"

namespace siqingdan {
namespace {

using json::Node;

// Reads an object and remembers whether something was missing or of another type.
class IndexReader {
 public:
  IndexReader(const Node* from, bool& complete) : from_(from), complete_(complete) {}

  std::string text(std::string_view key) const {
    const Node* node = find(key, Node::Kind::text);
    complete_ = complete_ && node != nullptr;
    return node == nullptr ? "" : node->text;
  }

  IndexCell integer(std::string_view key) const {
    const Node* node = find(key, Node::Kind::integer);
    complete_ = complete_ && node != nullptr;
    return node == nullptr ? IndexCell() : IndexCell(node->integer);
  }

  std::string text_or_nothing(std::string_view key) const {
    const Node* node = find(key, Node::Kind::text);
    return node == nullptr ? "" : node->text;
  }

  IndexCell maybe_text(std::string_view key) const {
    const Node* node = find(key, Node::Kind::text);
    return node == nullptr ? IndexCell() : IndexCell(node->text);
  }

  IndexCell maybe_integer(std::string_view key) const {
    const Node* node = find(key, Node::Kind::integer);
    return node == nullptr ? IndexCell() : IndexCell(node->integer);
  }

  IndexReader object(std::string_view key) const {
    const Node* node = find(key, Node::Kind::object);
    complete_ = complete_ && node != nullptr;
    return {node, complete_};
  }

  // Empty, and nothing missing, where there is none.
  IndexReader maybe_object(std::string_view key) const { return {find(key, Node::Kind::object), complete_}; }

  const std::vector<Node>& array(std::string_view key) const {
    static const std::vector<Node> none;
    const Node* node = find(key, Node::Kind::array);
    complete_ = complete_ && node != nullptr;
    return node == nullptr ? none : node->items;
  }

 private:
  const Node* find(std::string_view key, Node::Kind kind) const {
    const Node* node = from_ == nullptr ? nullptr : from_->find(key);
    return node != nullptr && node->kind == kind ? node : nullptr;
  }

  const Node* from_;
  bool& complete_;
};

// The duties that somebody must come back to: those that carry words.
// `review`: that restarted the procedure, for those of a restart.
void add_follow_ups(const Entry& entry, const IndexCell& decision, const IndexCell& review,
                    const std::vector<Node>& duties, bool& complete, Numbering& numbering,
                    std::vector<IndexRow>& rows) {
  for (const Node& duty : duties) {
    if (duty.find("what") == nullptr) {
      continue;
    }
    const IndexReader read(&duty, complete);
    rows.push_back({TableId::follow_ups,
                    {++numbering.follow_up, entry.id, decision, review, read.text("id"), read.text("rule"),
                     read.text("what"), read.text("who"), read.maybe_text("start"), read.maybe_text("due"),
                     read.text_or_nothing("waiting_for")}});
  }
}

void add_decision(const Entry& entry, const IndexReader& body, bool& complete, Numbering& numbering,
                  Indexed& indexed) {
  const IndexReader decision = body.object("decision");
  const IndexReader replaces = body.maybe_object("replaces");
  std::vector<IndexCell> cells = {entry.id,
                                  entry.at,
                                  entry.who,
                                  decision.text("on"),
                                  decision.text("case"),
                                  decision.text("party"),
                                  decision.text("party_name"),
                                  decision.object("offence").text_or_nothing("id"),
                                  decision.text("alike"),
                                  replaces.maybe_integer("entry"),
                                  replaces.text_or_nothing("because")};
  const IndexReader answers = decision.object("answers");
  const bool no_measure =
      answers.object(name_of(Question::no_coercive_measure)).text_or_nothing("moot_because") == kNoMeasure;
  cells.emplace_back(std::int64_t{no_measure});
  for (const Question question : kQuestions) {
    const IndexReader answer = answers.object(name_of(question));
    cells.emplace_back(answer.text("answer"));
    cells.emplace_back(answer.text_or_nothing("rule"));
    cells.emplace_back(answer.text_or_nothing("standing"));
  }
  indexed.rows.push_back({TableId::decisions, std::move(cells)});
  add_follow_ups(entry, entry.id, {}, decision.array("duties"), complete, numbering, indexed.rows);
  const IndexReader made_with = decision.object("made_with");
  indexed.rules = made_with.text("rules");
  indexed.calendar = made_with.text("calendar");
}

void add_history(const Entry& entry, const IndexReader& body, bool& complete, Numbering& numbering,
                 std::vector<IndexRow>& rows) {
  rows.push_back({TableId::imports,
                  {entry.id, body.text("bureau"), body.maybe_text("from"), body.maybe_text("until"),
                   body.text("file")}});
  for (const Node& row : body.array("rows")) {
    const IndexReader read(&row, complete);
    rows.push_back({TableId::priors,
                    {++numbering.prior, entry.id, read.text("key"), read.text("source"), read.text("party"),
                     read.text("offence"), read.text("other"), read.text("day"), read.text("kind"),
                     read.text("document")}});
  }
}

IndexRow review_row(const Entry& entry, const IndexReader& body) {
  return {TableId::reviews,
          {entry.id, body.integer("follow_up"), body.text("outcome"), body.text("note"),
           body.maybe_integer("replaces")}};
}

template <class Words>
bool is_one_of(const std::string& word, const Words& known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool is_date(const IndexCell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr || parse_date(*text).has_value();
}

// Words and days that mean something: the program itself could not have written others.
bool makes_sense(const IndexRow& row) {
  const auto text = [&](std::size_t column) { return std::get<std::string>(row.cells[column]); };
  switch (row.table) {
    case TableId::clocks:
      return is_one_of(text(2), kClockEvents) && is_date(row.cells[3]) && is_date(row.cells[6]);
    case TableId::reviews:
      return is_one_of(text(2), kReviewOutcomes);
    case TableId::outcomes:
      return is_one_of(text(3), std::array{"granted", "refused"});
    case TableId::follow_ups:
      return is_date(row.cells[8]) && is_date(row.cells[9]);
    case TableId::decisions:
    case TableId::imports:
    case TableId::priors:
    case TableId::withdrawals:
      break;
  }
  return true;
}

IndexRow clock_row(const Entry& entry, const IndexReader& body) {
  return {TableId::clocks,
          {entry.id, body.integer("follow_up"), body.text("event"), body.text("on"),
           body.integer("extension"), body.text("because"), body.maybe_text("due"),
           body.text("waiting_for")}};
}

IndexRow outcome_row(const Entry& entry, const IndexReader& body) {
  return {TableId::outcomes,
          {entry.id, body.integer("decision"), body.text("question"), body.text("decided"),
           body.text("because")}};
}

IndexRow withdrawal_row(const Entry& entry, const IndexReader& body) {
  return {TableId::withdrawals, {entry.id, body.integer("entry"), body.text("because")}};
}

}  // namespace

std::optional<Node> read_for_index(const std::string& body) {
  // The case as it was handed in, and of the decision what the index does not repeat.
  static constexpr std::array<std::string_view, 6> kHollow = {"case", "grounds", "measures",
                                                              "laws", "ask",     "warnings"};
  return json::read_quickly(body, kHollow);
}

std::optional<Indexed> index_of(const Entry& entry, const Node& root, Numbering& numbering) {
  bool complete = true;
  const IndexReader body(&root, complete);
  Indexed indexed;
  if (entry.kind == kDecision) {
    body.object("case");
    add_decision(entry, body, complete, numbering, indexed);
  } else if (entry.kind == kReview) {
    body.text("duty");
    indexed.rows.push_back(review_row(entry, body));
  } else if (entry.kind == kRestart) {
    add_follow_ups(entry, body.integer("decision"), body.integer("review"), body.array("duties"), complete,
                   numbering, indexed.rows);
  } else if (entry.kind == kClock) {
    indexed.rows.push_back(clock_row(entry, body));
  } else if (entry.kind == kOutcome) {
    indexed.rows.push_back(outcome_row(entry, body));
  } else if (entry.kind == kHistory) {
    add_history(entry, body, complete, numbering, indexed.rows);
  } else if (entry.kind == kWithdrawal) {
    indexed.rows.push_back(withdrawal_row(entry, body));
  } else {
    return std::nullopt;
  }
  complete = complete && std::all_of(indexed.rows.begin(), indexed.rows.end(), makes_sense);
  return complete ? std::optional(std::move(indexed)) : std::nullopt;
}

}  // namespace siqingdan
