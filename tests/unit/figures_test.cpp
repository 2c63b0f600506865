// Filters, figures and like cases against a reference that counts naively, over random logs.

#include "record/figures.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <set>

#include "decide/decide.h"
#include "record/alike.h"
#include "record/append.h"
#include "record/compact.h"
#include "record/select.h"
#include "record/sqlite.h"
#include "small_world.h"

using namespace siqingdan;

namespace {

constexpr std::size_t kFiling = static_cast<std::size_t>(Question::no_filing);
constexpr std::size_t kMeasure = static_cast<std::size_t>(Question::no_coercive_measure);
constexpr std::size_t kPenalty = static_cast<std::size_t>(Question::no_penalty);

const RuleSet& rules() {
  static const RuleSet world = small_world();
  return world;
}

// Everything about a decision that a figure may depend on.
struct Event {
  std::int64_t id = 0;
  std::string day;
  std::string case_id;
  std::string officer;
  std::string code;
  std::string name;
  std::array<std::string, 4> answers;
  std::string key;
  bool no_measure = false;
  bool corrected = false;
  std::vector<std::pair<std::int64_t, bool>> outcomes[4];  // entry, granted
};

// A log and, beside it, what went in.
class World {
 public:
  explicit World(unsigned seed) : random_(seed), path_(make_path()) {
    Log log = Log::open(path_, Log::Mode::write);
    log.file().run("pragma synchronous = off");
    for (int i = 0; i < 45; ++i) {
      step(log);
    }
  }
  ~World() { std::filesystem::remove_all(std::filesystem::path(path_).parent_path()); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Log log() const { return Log::open(path_, Log::Mode::read); }
  const std::vector<Event>& events() const { return events_; }
  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

 private:
  static std::string make_path() {
    std::string folder = (std::filesystem::temp_directory_path() / "siqingdan-figures-XXXXXX").string();
    return std::string(mkdtemp(folder.data())) + "/log.db";
  }

  std::string one_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(up_to(static_cast<int>(words.size()) - 1))];
  }

  void step(Log& log) {
    const int what = up_to(9);
    if (what < 6 || events_.empty()) {
      decide_one(log, std::nullopt);
    } else if (what < 7) {
      if (const std::size_t at = any_standing(); at < events_.size()) {
        decide_one(log, at);
      }
    } else if (what < 9) {
      record_outcome(log);
    } else {
      review_one(log);
    }
  }

  std::size_t any_standing() {
    const auto at = static_cast<std::size_t>(up_to(static_cast<int>(events_.size()) - 1));
    return events_[at].corrected ? events_.size() : at;
  }

  void decide_one(Log& log, std::optional<std::size_t> instead_of) {
    const std::string facts = one_of(
        {kMinorFacts, R"({"corrected": true, "harm": "none"})", R"({"first_offence": true})",
         R"({"act_minor": {"value": false, "because": "不轻"}, "corrected": true, "harm": "none"})",
         R"({"corrected": true, "harm": "slight", "first_offence": true})", R"({"corrected": false})"});
    Case a_case = small_case(rules(), "X", facts);
    a_case.id = one_of({"A-1", "A-2", "A-3", "A-4", "A-5", ""});
    a_case.party_uscc = one_of({"", "", "91310117MA1K00001X", "91310117MA1K00002X"});
    a_case.party_name = one_of({"", "甲店", "乙店", "=cmd"});
    if (up_to(1) == 1) {
      a_case.contemplate_no_measure();
    }
    const Date on = kSmallDay + std::chrono::days{up_to(60) - 30};
    const Decision decision = decide(rules(), a_case, on);
    const std::string officer = one_of({"张三", "李四", ""});
    std::optional<Replaces> replaces;
    if (instead_of) {
      replaces = Replaces{events_[*instead_of].id, "写错了"};
      events_[*instead_of].corrected = true;
    }
    Event event;
    event.id =
        append_decision(log, decision, {officer, "2026-11-23T09:30:00+08:00"}, small_bundles, replaces).id;
    event.day = to_text(on);
    event.case_id = a_case.id;
    event.officer = officer;
    event.code = a_case.party_uscc;
    event.name = a_case.party_name;
    for (std::size_t q = 0; q < 4; ++q) {
      event.answers[q] = name_of(decision.answers[q].findings.answer);
    }
    event.no_measure = a_case.measures_named;
    events_.push_back(event);
  }

  void record_outcome(Log& log) {
    const std::size_t at = any_standing();
    if (at == events_.size()) {
      return;
    }
    const auto question = kQuestions[static_cast<std::size_t>(up_to(3))];
    const bool granted = up_to(2) > 0;
    const std::int64_t entry = append_outcome(log, events_[at].id, question, granted, "会议决定",
                                              {"王局", "2026-11-23T09:30:00+08:00"})
                                   .id;
    events_[at].outcomes[static_cast<std::size_t>(question)].emplace_back(entry, granted);
  }

  void review_one(Log& log) {
    for (const FollowUp& follow_up : follow_ups(log, {true, {}})) {
      if (up_to(1) == 0) {
        append_review(log, follow_up.id, one_of({"done", "rectified", "reoffended"}), "",
                      {"李四", "2026-11-24T09:30:00+08:00"});
        return;
      }
    }
  }

  std::mt19937 random_;
  std::string path_;
  std::vector<Event> events_;
};

// The reference. It walks over everything again and again.

std::vector<const Event*> same_act(const World& world, const Event& of) {
  std::vector<const Event*> same;
  for (const Event& each : world.events()) {
    if (!each.corrected && (each.id == of.id || (!of.case_id.empty() && each.case_id == of.case_id))) {
      same.push_back(&each);
    }
  }
  return same;
}

bool speaks(const World& world, const Event& event) {
  const auto same = same_act(world, event);
  return !event.corrected && std::all_of(same.begin(), same.end(), [&](const Event* other) {
    return std::pair(other->day, other->id) <= std::pair(event.day, event.id);
  });
}

// The last decision of the bureau: its entry and whether it granted; entry 0: none.
std::pair<std::int64_t, bool> last_outcome(const World& world, const Event& event, std::size_t question) {
  std::pair<std::int64_t, bool> last{0, false};
  for (const Event* each : same_act(world, event)) {
    for (const auto& outcome : each->outcomes[question]) {
      last = std::max(last, outcome);
    }
  }
  return last;
}

Given naively_given(const World& world, const Event& event, std::size_t question) {
  const auto [entry, granted] = last_outcome(world, event, question);
  const auto filing = last_outcome(world, event, kFiling);
  const auto penalty = last_outcome(world, event, kPenalty);
  const bool not_filed = filing.first > 0 ? filing.second : event.answers[kFiling] == "applies";
  if (question == kFiling && penalty.first > filing.first) {
    return Given::no;  // whoever decides on a penalty has filed
  }
  if (question == kPenalty && not_filed && penalty.first <= filing.first) {
    return Given::no;  // it never came to that
  }
  if (entry > 0) {
    return granted ? Given::by_outcome : Given::no;
  }
  const bool applies = event.answers[question] == "applies";
  return applies && !(question == kMeasure && event.no_measure) ? Given::by_answer : Given::no;
}

bool meant(const Filter& filter, const Event& event) {
  return (!filter.from || event.day >= to_text(*filter.from)) &&
         (!filter.until || event.day <= to_text(*filter.until)) &&
         (filter.officer.empty() || event.officer == filter.officer) &&
         (filter.party.empty() || event.code == filter.party ||
          event.name.find(filter.party) != std::string::npos);
}

Filter some_filter(World& world) {
  Filter filter;
  if (world.up_to(1) == 0) {
    filter.from = kSmallDay - std::chrono::days{world.up_to(20)};
    filter.until = kSmallDay + std::chrono::days{world.up_to(20)};
  }
  filter.officer = world.up_to(2) == 0 ? "张三" : "";
  filter.party = world.up_to(3) == 0 ? "店" : "";
  return filter;
}

void check_figures(World& world, const Filter& filter) {
  const Figures found = figures(world.log(), filter, kSmallDay);
  ActCount count;
  SparedByQuestion spared;
  std::set<std::string> codes;
  std::set<std::string> names;
  std::int64_t nobody = 0;
  std::int64_t refused = 0;
  for (const Event& event : world.events()) {
    if (!meant(filter, event)) {
      continue;
    }
    ++count.decisions;
    count.corrected += event.corrected ? 1 : 0;
    if (event.corrected || !speaks(world, event)) {
      count.repeated += event.corrected ? 0 : 1;
      continue;
    }
    ++count.acts;
    for (std::size_t q = 0; q < 4; ++q) {
      const Given given = naively_given(world, event, q);
      spared[q].by_outcome += given == Given::by_outcome ? 1 : 0;
      spared[q].by_answer += given == Given::by_answer ? 1 : 0;
      const auto outcome = last_outcome(world, event, q);
      refused += event.answers[q] == "applies" && outcome.first > 0 && !outcome.second ? 1 : 0;
      if (q == kPenalty && given != Given::no) {
        event.code.empty() ? event.name.empty() ? void(++nobody) : void(names.insert(event.name))
                           : void(codes.insert(event.code));
      }
    }
  }
  CHECK(found.count.decisions == count.decisions);
  CHECK(found.count.corrected == count.corrected);
  CHECK(found.count.repeated == count.repeated);
  CHECK(found.count.acts == count.acts);
  CHECK(found.spared == spared);
  CHECK(found.entities ==
        Entities{static_cast<std::int64_t>(codes.size()), static_cast<std::int64_t>(names.size()), nobody});
  std::int64_t found_refused = 0;
  for (const Answered& answered : found.answered) {
    found_refused += answered.refused;
  }
  CHECK(found_refused == refused);

  // However it is broken down, it adds up.
  for (const Groups* groups : {&found.by_month, &found.by_domain, &found.by_officer}) {
    Group all;
    for (const auto& [name, group] : *groups) {
      all.acts += group.acts;
      for (std::size_t q = 0; q < 4; ++q) {
        all.spared[q].by_outcome += group.spared[q].by_outcome;
        all.spared[q].by_answer += group.spared[q].by_answer;
      }
    }
    CHECK(all == Group{count.acts, spared});
  }
  for (std::size_t q = 0; q < 4; ++q) {
    std::int64_t all = 0;
    for (const auto& [item, each] : found.by_item[q]) {
      all += each.total();
    }
    CHECK(all == spared[q].total());
  }
}

void check_follow_ups(World& world, const Filter& filter) {
  FollowUpCount count;
  for (const FollowUp& follow_up : follow_ups(world.log())) {
    const Event* event = nullptr;
    for (const Event& each : world.events()) {
      event = each.id == follow_up.decision ? &each : event;
    }
    REQUIRE(event != nullptr);
    if (event->corrected || !meant(filter, *event)) {
      continue;
    }
    if (!follow_up.outcome.empty()) {
      ++count.done[follow_up.outcome];
    } else if (!follow_up.due) {
      ++count.waiting;
    } else {
      ++(*follow_up.due < kSmallDay ? count.overdue : count.later);
    }
  }
  CHECK(figures(world.log(), filter, kSmallDay).follow_ups == count);
}

}  // namespace

TEST_CASE("The figures are those of a naive count", "[figures]") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    World world(seed);
    for (int i = 0; i < 5; ++i) {
      const Filter filter = i == 0 ? Filter{} : some_filter(world);
      INFO("seed " << seed << ", filter " << i);
      check_figures(world, filter);
      check_follow_ups(world, filter);
    }
  }
}

TEST_CASE("The figures of two spans add up to those of both", "[figures]") {
  for (unsigned seed = 100; seed < 110; ++seed) {
    const World world(seed);
    const Log log = world.log();
    Filter before;
    before.until = kSmallDay;
    Filter after;
    after.from = kSmallDay + std::chrono::days{1};
    const Figures first = figures(log, before, kSmallDay);
    const Figures second = figures(log, after, kSmallDay);
    const Figures both = figures(log, {}, kSmallDay);
    CHECK(first.count.acts + second.count.acts == both.count.acts);
    for (std::size_t q = 0; q < 4; ++q) {
      CHECK(first.spared[q].total() + second.spared[q].total() == both.spared[q].total());
    }
  }
}

TEST_CASE("A filter means what it says", "[figures]") {
  for (unsigned seed = 200; seed < 220; ++seed) {
    World world(seed);
    const Log log = world.log();
    const auto ids = [&](const Filter& filter) {
      std::vector<std::int64_t> found;
      const std::int64_t all = each_row(log, filter, 0,
                                        [&](const DecisionRow& row) { found.push_back(row.id); });
      CHECK(all == static_cast<std::int64_t>(found.size()));
      CHECK(count_rows(log, filter) == all);
      CHECK(any_row(log, filter) == !found.empty());
      return found;
    };
    const auto naive = [&](const auto& means) {
      std::vector<std::int64_t> found;
      for (const Event& event : world.events()) {
        if (means(event)) {
          found.push_back(event.id);
        }
      }
      return found;
    };
    const Filter some = some_filter(world);
    CHECK(ids(some) == naive([&](const Event& event) { return meant(some, event); }));

    Filter corrected;
    corrected.corrected = true;
    CHECK(ids(corrected) == naive([](const Event& event) { return event.corrected; }));

    Filter applies;
    applies.question = Question::no_penalty;
    applies.answer = "applies";
    CHECK(ids(applies) == naive([](const Event& event) { return event.answers[kPenalty] == "applies"; }));

    Filter list;
    list.rule = "town/no-filing";
    list.standing = "reported";
    CHECK(ids(list) == naive([](const Event& event) { return event.answers[kFiling] == "applies"; }));
    list.standing = "official";  // of the same question, not of another one
    CHECK(ids(list).empty());
    Filter half;
    half.rule = "town/no-fil";
    CHECK(ids(half).empty());

    Filter domain;
    domain.offence = "shop";
    CHECK(ids(domain).size() == world.events().size());
    domain.offence = "sho";
    CHECK(ids(domain).empty());

    Filter open;
    open.open = true;
    CHECK(ids(open) == naive([&](const Event& event) {
            const auto all = follow_ups(log);
            return !event.corrected && std::any_of(all.begin(), all.end(), [&](const FollowUp& each) {
              return each.decision == event.id && each.outcome.empty();
            });
          }));

    // What people type is data, never a pattern or a piece of SQL.
    for (const char* hostile : {"%", "_", "' or 1=1 --", "\"", "甲店' --"}) {
      Filter by_party;
      by_party.party = hostile;
      CHECK(ids(by_party).empty());
    }
  }
}

TEST_CASE("The latest decisions are the last of all", "[figures]") {
  const World world(300);
  std::vector<std::int64_t> all;
  std::vector<std::int64_t> latest;
  each_row(world.log(), {}, 0, [&](const DecisionRow& row) { all.push_back(row.id); });
  const std::int64_t in_all = each_row(world.log(), {}, 3,
                                       [&](const DecisionRow& row) { latest.push_back(row.id); });
  CHECK(in_all == static_cast<std::int64_t>(all.size()));
  CHECK(latest == std::vector<std::int64_t>(all.end() - 3, all.end()));
}

TEST_CASE("Like cases that differ are those of a naive comparison of all pairs", "[figures]") {
  for (unsigned seed = 400; seed < 420; ++seed) {
    const World world(seed);
    const Log log = world.log();
    std::vector<std::pair<DecisionRow, ActOutcomes>> acts;
    each_act(log, {}, [&](const Act& act) { acts.emplace_back(act.decision, act.outcomes); });
    std::set<std::string> differing;
    std::set<std::string> shared;
    for (const auto& [a, a_outcomes] : acts) {
      for (const auto& [b, b_outcomes] : acts) {
        if (a.id == b.id || a.alike != b.alike) {
          continue;
        }
        shared.insert(a.alike);
        for (std::size_t q = 0; q < 4; ++q) {
          const bool both = a_outcomes[q].entry > 0 && b_outcomes[q].entry > 0;
          if (a.answers[q].answer != b.answers[q].answer ||
              (both && a_outcomes[q].granted != b_outcomes[q].granted)) {
            differing.insert(a.alike);
          }
        }
      }
    }
    const Alike found = like_cases(log, {});
    CHECK(found.groups == static_cast<std::int64_t>(shared.size()));
    std::set<std::string> keys;
    for (const AlikeGroup& group : found.differing) {
      keys.insert(group.key);
      std::size_t members = 0;
      for (const AlikeResult& result : group.results) {
        members += result.decisions.size();
        CHECK(std::is_sorted(result.decisions.begin(), result.decisions.end()));
      }
      CHECK(members == static_cast<std::size_t>(std::count_if(acts.begin(), acts.end(), [&](const auto& a) {
              return a.first.alike == group.key;
            })));
    }
    CHECK(keys == differing);
    CHECK(found.differing.size() == differing.size());
  }
}

TEST_CASE("Judgements do not make cases unlike, facts do, and amounts by the side they fall on",
          "[figures]") {
  const auto alike = [](const std::string& facts) {
    return likeness(decide(rules(), small_case(rules(), "A", facts), kSmallDay));
  };
  const std::string minor = alike(
      R"({"act_minor": {"value": true, "because": "轻"}, "corrected": true, "harm": "none"})");
  CHECK(minor ==
        alike(R"({"act_minor": {"value": false, "because": "不轻"}, "corrected": true, "harm": "none"})"));
  CHECK(minor == alike(R"({"corrected": true, "harm": "none"})"));
  CHECK(minor != alike(R"({"corrected": true, "harm": "slight"})"));
  CHECK(minor != alike(R"({"corrected": true})"));
  CHECK(minor != alike(R"({"corrected": true, "harm": "none", "first_offence": false})"));
}
