// The rule base as the engine sees it. A RuleSet that exists is sound: every name it mentions exists, every
// type fits, every number is there for every day it is needed (rules/read_rules.h).

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "calendar/calendar.h"
#include "facts/vocabulary.h"
#include "law/catalogue.h"

namespace siqingdan {

enum class Question : std::uint8_t { no_site_inspection, no_filing, no_coercive_measure, no_penalty };
inline constexpr std::array kQuestions = {Question::no_site_inspection, Question::no_filing,
                                          Question::no_coercive_measure, Question::no_penalty};
const char* name_of(Question question);
Text title_of(Question question);  // 现场检查, 立案, 强制措施, 处罚

enum class Answer : std::uint8_t { not_listed, does_not_apply, undetermined, applies };  // weakest first
const char* name_of(Answer answer);

enum class Effect : std::uint8_t { may, must };  // 可以不予 · 不予
const char* name_of(Effect effect);

enum class Unit : std::uint8_t { working_days, calendar_days, months, years, fen, count };
const char* name_of(Unit unit);

// Which offences something speaks of.
struct Coverage {
  bool all = false;
  std::vector<std::string> offences;
  std::vector<std::string> domains;

  bool includes(const Offence& offence) const;
};

// A quantity the law or the bureau sets, by date.
struct Number {
  struct Value {
    Date from;
    std::int64_t is = 0;
    std::vector<std::string> offences;  // it holds for these only; empty: for every offence
    std::vector<Citation> cites;
    std::string origin;
    std::string note;
  };
  Unit unit = Unit::count;
  std::vector<Value> by_date;  // in the order of `from`

  // The value that holds on a day for an offence (null: not known, or none in particular). One made for the
  // offence beats the general one. nullptr: not set on that day.
  const Value* on(Date day, const Offence* offence = nullptr) const;
};

// One condition: a vector of nodes, children before parents, the root last. Evaluating it is one pass that
// fills a vector of truths, and that vector is the explanation.
struct Condition {
  enum class Op : std::uint8_t {
    all,
    any,
    negation,  // of `children`
    one_of,  // the fact's value is among `values`
    at_least,
    at_most,
    more_than,
    less_than,  // the fact against `limit` or `number`; dates too
    longer_than,
    not_longer_than  // the time from `fact` to `until_fact` against `number`
  };
  // How a leaf speaks in a reason: a condition must hold, an exclusion must not.
  enum class Role : std::uint8_t { condition, exclusion };

  Op op = Op::all;
  Role role = Role::condition;
  FactId fact = kNoFact;
  FactId until_fact = kNoFact;  // spans: kNoFact is the day of decision
  std::vector<std::int64_t> values;
  std::int64_t limit = 0;
  std::string number;  // of the list: what it compares with (empty: `limit`), or how far back it looks
  std::vector<std::uint16_t> children;
  std::string id;  // of a leaf
  std::string says;
  std::string origin;
  std::vector<Citation> cites;

  bool is_leaf() const { return op != Op::all && op != Op::any && op != Op::negation; }
  bool looks_back() const { return op == Op::one_of && !number.empty(); }  // at a derived fact
};
using Expression = std::vector<Condition>;

// Who may lengthen a period, and the number that says how far at most.
struct Extension {
  std::string number;
  std::string who;
  std::string further;  // who may lengthen it still further, without a limit; empty: nobody
  std::vector<Citation> cites;
};

// What time does not count in a period.
struct Suspension {
  std::string what;
  std::vector<Citation> cites;
};

struct Duty {
  std::string id;
  std::string what;
  std::string who;
  std::string origin;
  std::vector<Citation> cites;
  std::vector<Answer> if_answer;
  bool for_question = false;  // looks at the answer of the question, not of one ground
  std::string within;  // name of a number; empty: no deadline
  FactId after = kNoFact;  // the day it runs from; kNoFact: the day of decision
  std::optional<Extension> extended_by;
  std::optional<Suspension> paused_for;
  bool follow_up = false;
  bool on_restart = false;  // begins when the penalty procedure is restarted, and never otherwise
  Coverage covers;  // the offences it belongs to
  std::vector<FactId> once_known;  // it appears only where all of these are known
  FactId done_on = kNoFact;  // the day it was done: where that is known, it is no longer owed
  Expression when;  // empty: always
};

struct Caution {
  std::string id;
  std::string says;
  std::vector<Citation> cites;
  Coverage covers;
  Expression when;
};

// The question is decided under the law of the act and of the decision, and the more lenient applies.
struct BothLaws {
  std::string says;
  std::vector<Citation> cites;
};

// An exclusion that binds the question: it bars every ground that only may grant.
struct Bar {
  Expression when;
};

struct List {
  std::string id;
  bool statute = false;
  Question question = Question::no_filing;
  std::string title;
  std::string short_title;
  Date from;
  std::optional<Date> maybe_from;  // may have been in force since this day
  std::optional<Date> until;
  std::int64_t published_count = 0;  // 0: not known
  std::map<std::string, Number> numbers;
  std::vector<Duty> duties;
  std::vector<Caution> cautions;
  std::vector<Bar> bars;
  std::vector<std::string> replaces;  // ids of the lists whose place it took
  std::optional<BothLaws> both_laws;
  Standing standing = Standing::drafted;
  std::string source;
  std::vector<std::string> open;

  bool in_force(Date day) const { return from <= day && (!until || day < *until); }
};

struct Rule {
  std::string id;
  std::uint16_t list = 0;  // index into RuleSet::lists
  std::string number;  // as printed; empty: none
  bool number_provisional = false;
  std::string title;
  Coverage covers;
  Effect effect = Effect::may;
  std::string approver;
  std::vector<Citation> basis;
  std::vector<std::string> classes;
  Expression condition;  // class, list and own conditions, and not any of their exclusions
  std::vector<Duty> duties;
  Date from;
  std::optional<Date> until;
  Standing standing = Standing::drafted;
  std::string source;
  std::vector<std::string> open;

  bool in_force(Date day) const { return from <= day && (!until || day < *until); }
};

struct RuleSet {
  Vocabulary vocabulary;
  Catalogue catalogue;
  Calendar calendar;
  std::vector<List> lists;  // by id
  std::vector<Rule> rules;  // by id
  std::string digest;  // of everything but the calendar
  std::string calendar_digest;
};

}  // namespace siqingdan
