#include <algorithm>
#include <tuple>
#include <vector>

#include "base/digest.h"
#include "record/compact.h"

namespace siqingdan {
namespace {

// What is alike is written as lines of text, the same whatever the order of the grounds: the grounds by their
// rules, each with the sides on which amounts, numbers, dates and what follows from them fall (60 and 66 yuan
// are alike where the rule asks for less than 500), then the facts that they look at by name.
class Lines {
 public:
  Lines(const Vocabulary& vocabulary, std::string& out) : vocabulary_(vocabulary), out_(out) {}

  void add(const std::vector<Ground>& grounds, const FactSheet& facts) {
    std::vector<const Ground*> sorted;
    sorted.reserve(grounds.size());
    for (const Ground& ground : grounds) {
      sorted.push_back(&ground);
    }
    // The rules of a RuleSet stand in the order of their ids.
    const auto key = [](const Ground* ground) {
      return std::tuple(ground->rule, ground->acts ? ground->acts->from : Date::min());
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const Ground* a, const Ground* b) { return key(a) < key(b); });
    for (const Ground* ground : sorted) {
      add_ground(*ground);
    }
    add_facts(facts);
  }

 private:
  void add_ground(const Ground& ground) {
    out_ += '\n';
    out_ += ground.rule->id;
    if (ground.acts) {
      out_ += ' ' + to_text(ground.acts->from);
    }
    out_ += ' ';
    for (const Reason& reason : ground.because) {
      switch (vocabulary_.facts[reason.leaf->fact].type) {
        case FactType::judgement:
        case FactType::text:
          break;
        case FactType::boolean:
        case FactType::enumeration:
          looked_at_.push_back(reason.leaf->fact);
          break;
        case FactType::derived:
        case FactType::integer:
        case FactType::money:
        case FactType::date:
          out_ += name_of(reason.truth)[0];
          break;
      }
    }
  }

  // Facts have their ids in the order of their names.
  void add_facts(const FactSheet& facts) {
    std::sort(looked_at_.begin(), looked_at_.end());
    looked_at_.erase(std::unique(looked_at_.begin(), looked_at_.end()), looked_at_.end());
    for (const FactId id : looked_at_) {
      if (const auto& known = facts.at(id)) {
        const Fact& fact = vocabulary_.facts[id];
        const bool coded = fact.type == FactType::enumeration;
        out_ += '\n';
        out_ += fact.name;
        out_ += '=';
        out_ += coded                ? fact.codes[static_cast<std::size_t>(known->number)]
                : known->number != 0 ? "yes"
                                     : "no";
      }
    }
    looked_at_.clear();
  }

  const Vocabulary& vocabulary_;
  std::string& out_;
  std::vector<FactId> looked_at_;
};

}  // namespace

std::string likeness(const Decision& decision) {
  std::string text;
  text.reserve(2000);  // most are shorter
  text += decision.of.offence;
  Lines lines(decision.rules->vocabulary, text);
  for (const QuestionAnswer& answer : decision.answers) {
    text += '\n';
    text += name_of(answer.question);
    if (answer.measures.empty()) {
      lines.add(answer.findings.grounds, decision.of.facts);
    }
    for (std::size_t i = 0; i < answer.measures.size(); ++i) {
      text += "\nmeasure " + answer.measures[i].object;
      lines.add(answer.measures[i].findings.grounds, decision.of.facts.with(decision.of.measures[i].facts));
    }
  }
  return digest_of(text);
}

}  // namespace siqingdan
