#include "record/alike.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/date.h"
#include "json/canonical.h"
#include "json/quick.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

using sqlite::Statement;
using sqlite::Transaction;

// Results come out alike if these are the same.
struct Course {
  std::array<std::string, kQuestions.size()> answers;
  std::array<std::string, kQuestions.size()> outcomes;

  auto operator<=>(const Course&) const = default;
};

Course course_of(const Act& act) {
  Course course;
  for (std::size_t q = 0; q < kQuestions.size(); ++q) {
    course.answers[q] = act.decision.answers[q].answer;
    if (act.outcomes[q].entry > 0) {
      course.outcomes[q] = act.outcomes[q].granted ? "granted" : "refused";
    }
  }
  return course;
}

// An outcome that was not recorded is no difference.
bool differ(const Course& a, const Course& b) {
  for (std::size_t q = 0; q < kQuestions.size(); ++q) {
    const bool both_recorded = !a.outcomes[q].empty() && !b.outcomes[q].empty();
    if (a.answers[q] != b.answers[q] || (both_recorded && a.outcomes[q] != b.outcomes[q])) {
      return true;
    }
  }
  return false;
}

// What the acts of one key came to, in small: for telling which keys deserve a closer look.
struct Sketch {
  std::int64_t acts = 0;
  std::set<Course> courses;

  bool differing() const {
    return std::any_of(courses.begin(), courses.end(), [&](const Course& a) {
      return std::any_of(courses.begin(), courses.end(), [&](const Course& b) { return differ(a, b); });
    });
  }
};

struct Member {
  std::int64_t decision = 0;
  std::string day;
  std::string officer;
};

struct Gathered {
  std::string offence;
  std::map<Course, std::vector<Member>> members;
};

AlikeResult result_of(const Course& course, const std::vector<Member>& members) {
  AlikeResult result{course.answers, course.outcomes, {}, {}, members.front().day, members.front().day};
  for (const Member& member : members) {
    result.decisions.push_back(member.decision);
    ++result.officers[member.officer];
    result.from = std::min(result.from, member.day);
    result.until = std::max(result.until, member.day);
  }
  return result;
}

// { "value", "because" } or the bare value.
const json::Node& value_in(const json::Node& said) {
  const json::Node* value = said.find("value");
  return value == nullptr ? said : *value;
}

bool is_date_or_null(const json::Node& value) {
  return value.kind == json::Node::Kind::null ||
         (value.kind == json::Node::Kind::text && parse_date(value.text).has_value());
}

using Said = std::map<std::string, std::string>;  // fact → value as JSON

void add_facts(const json::Node* facts, const std::string& prefix, Said& said) {
  if (facts == nullptr) {
    return;
  }
  for (const json::Member& member : facts->members) {
    if (const json::Node& value = value_in(member.value); !is_date_or_null(value)) {
      said[prefix + member.key] = json::canonical(value);
    }
  }
}

struct Body {
  Said said;
  std::string rules;
};

Body body_of(sqlite::Database& file, std::int64_t decision) {
  Statement row(file, "select body from entries where id = ?");
  row.bind(decision);
  const auto root = row.next() ? json::read_quickly(row.view(0)) : std::nullopt;
  const json::Node* a_case = root ? root->find("case") : nullptr;
  const json::Node* decided = root ? root->find("decision") : nullptr;
  const json::Node* made_with = decided == nullptr ? nullptr : decided->find("made_with");
  const json::Node* rules = made_with == nullptr ? nullptr : made_with->find("rules");
  if (a_case == nullptr || rules == nullptr) {
    file.damaged(fmt::format("entry {} is no decision", decision));
  }
  Body body;
  body.rules = rules->text;
  add_facts(a_case->find("facts"), "", body.said);
  if (const json::Node* measures = a_case->find("measures")) {
    for (const json::Node& measure : measures->items) {
      const json::Node* object = measure.find("object");
      add_facts(measure.find("facts"), (object == nullptr ? "" : object->text) + ": ", body.said);
    }
  }
  return body;
}

using Tally = std::map<std::string, std::int64_t>;  // value → how often

std::vector<std::pair<std::string, std::int64_t>> by_frequency(const Tally& tally) {
  std::vector<std::pair<std::string, std::int64_t>> all(tally.begin(), tally.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

// Nothing if all cases of the group say the same.
std::optional<AlikeDifference> difference(const std::string& fact, const std::vector<Tally>& by_result) {
  std::set<std::string> all;
  AlikeDifference difference{fact, true, {}};
  for (const Tally& tally : by_result) {
    for (const auto& [value, count] : tally) {
      difference.tells_apart = all.insert(value).second && difference.tells_apart;
    }
    difference.values.push_back(by_frequency(tally));
  }
  return all.size() > 1 ? std::optional(std::move(difference)) : std::nullopt;
}

// Reads the cases of a group and finds what they say differently.
void add_differences(sqlite::Database& file, AlikeGroup& group) {
  std::map<std::string, std::vector<Tally>> by_fact;
  std::set<std::string> rules;
  const std::size_t results = group.results.size();
  for (std::size_t i = 0; i < results; ++i) {
    for (const std::int64_t decision : group.results[i].decisions) {
      const Body body = body_of(file, decision);
      rules.insert(body.rules);
      for (const auto& [fact, value] : body.said) {
        ++by_fact.try_emplace(fact, results).first->second[i][value];
      }
    }
  }
  group.other_rules = rules.size() > 1;
  for (auto& [fact, tallies] : by_fact) {
    for (std::size_t i = 0; i < results; ++i) {
      auto silent = static_cast<std::int64_t>(group.results[i].decisions.size());
      for (const auto& [value, count] : tallies[i]) {
        silent -= count;
      }
      if (silent > 0) {
        tallies[i][""] = silent;
      }
    }
    if (auto found = difference(fact, tallies)) {
      group.differences.push_back(std::move(*found));
    }
  }
  std::stable_partition(group.differences.begin(), group.differences.end(),
                        [](const AlikeDifference& each) { return each.tells_apart; });
}

AlikeGroup group_of(const std::string& key, const Gathered& gathered) {
  AlikeGroup group{key, gathered.offence, {}, {}, false};
  for (const auto& [course, members] : gathered.members) {
    group.results.push_back(result_of(course, members));
  }
  std::sort(group.results.begin(), group.results.end(), [](const AlikeResult& a, const AlikeResult& b) {
    return std::pair(b.decisions.size(), a.decisions.front()) <
           std::pair(a.decisions.size(), b.decisions.front());
  });
  return group;
}

std::int64_t first_of(const AlikeGroup& group) {
  std::int64_t first = group.results.front().decisions.front();
  for (const AlikeResult& result : group.results) {
    first = std::min(first, result.decisions.front());
  }
  return first;
}

}  // namespace

Alike like_cases(const Log& log, const Filter& filter) {
  const Transaction one_moment(log.file(), Transaction::Kind::read);
  Alike alike;
  std::unordered_map<std::string, Sketch> sketches;
  alike.count = each_act_now(log, filter, [&](const Act& act) {
    if (!act.decision.offence.empty()) {
      Sketch& sketch = sketches[act.decision.alike];
      ++sketch.acts;
      sketch.courses.insert(course_of(act));
    }
  });
  std::unordered_map<std::string, Gathered> gathered;
  for (const auto& [key, sketch] : sketches) {
    alike.groups += sketch.acts > 1 ? 1 : 0;
    if (sketch.differing()) {
      gathered[key];
    }
  }
  if (!gathered.empty()) {
    each_act_now(log, filter, [&](const Act& act) {
      if (const auto group = gathered.find(act.decision.alike); group != gathered.end()) {
        group->second.offence = act.decision.offence;
        group->second.members[course_of(act)].push_back(
            {act.decision.id, act.decision.on, act.decision.officer});
      }
    });
  }
  for (const auto& [key, group] : gathered) {
    add_differences(log.file(), alike.differing.emplace_back(group_of(key, group)));
  }
  std::sort(alike.differing.begin(), alike.differing.end(), [](const AlikeGroup& a, const AlikeGroup& b) {
    return std::pair(a.offence, first_of(a)) < std::pair(b.offence, first_of(b));
  });
  return alike;
}

}  // namespace siqingdan
