// A log of a bureau that never was: years of decisions with corrections, outcomes and rechecks, for measuring
// and for trying out. The same seed gives the same log.
//
//   generate_log [--seed 1] [--decisions 100000] OUT.db
//
// Twenty officers, thirty thousand parties, every offence of the built-in rules, from January 2022 to
// November 2026; 15 of 100 decisions still have open questions.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "base/failure.h"
#include "decide/decide.h"
#include "decide/recount.h"
#include "json/parse.h"
#include "json/value.h"
#include "made_up_cases.h"
#include "record/append.h"
#include "record/read.h"
#include "rules/builtin.h"

namespace siqingdan {
namespace {

constexpr std::size_t kParties = 30'000;
constexpr std::int64_t kOfficers = 20;
constexpr std::int64_t kDaysABatch = 20;
constexpr int kOpen = 25;  // of 100 cases lack facts; six in ten of these leave a question
constexpr Date kFirst{std::chrono::year{2022} / std::chrono::January / 4};
constexpr Date kLast{std::chrono::year{2026} / std::chrono::November / 20};

// What is still to happen to a decision.
struct Later {
  enum class What : std::uint8_t { review, correction, outcome } what = What::review;
  std::int64_t id = 0;  // of the follow-up, or of the decision
  std::string duty;
  json::Value of;  // the case that is to be corrected
  Question question = Question::no_filing;
  std::int64_t decision = 0;  // of a review: what its follow-up belongs to
  std::string offence;
};

class Bureau {
 public:
  Bureau(std::uint64_t seed, const std::string& path)
      : rules_(builtin_rules()),
        random_(seed),
        parties_(made_up_parties(random_, kParties)),
        cases_(rules_),
        log_(Log::open(path, Log::Mode::write)) {
    if (head(log_).count > 0) {
      throw Failure(say("`{}` 里已有条目", "`{}` holds entries already", path), Exit::usage);
    }
  }

  void work(std::int64_t decisions) {
    std::vector<Date> days;
    for (Date day = kFirst; day <= kLast; day += std::chrono::days{1}) {
      if (rules_.calendar.is_working_day(day).value_or(false)) {
        days.push_back(day);
      }
    }
    const auto share = [&](std::int64_t day) { return decisions * day / std::ssize(days); };
    for (std::int64_t i = 0; i < std::ssize(days); i += kDaysABatch) {
      Batch batch(log_);
      for (std::int64_t k = i; k < std::min(i + kDaysABatch, std::ssize(days)); ++k) {
        spend(days[static_cast<std::size_t>(k)], share(k + 1) - share(k));
      }
      batch.commit();
    }
  }

  Head end() const { return head(log_); }

 private:
  void spend(Date day, std::int64_t fresh) {
    const auto due = later_.upper_bound(day);
    const std::int64_t total = fresh + std::distance(later_.begin(), due);
    std::int64_t done = 0;
    const auto next = [&] {
      constexpr std::int64_t kOpens = 9 * 3600;
      constexpr std::int64_t kHours = 8 * 3600;
      const std::int64_t second = kOpens + kHours * done++ / total;
      return Signed{officer(), fmt::format("{}T{:02}:{:02}:{:02}+08:00", to_text(day), second / 3600,
                                           second / 60 % 60, second % 60)};
    };
    for (auto event = later_.begin(); event != due; event = later_.erase(event)) {
      happen(event->second, day, next());
    }
    for (; fresh > 0; --fresh) {
      const std::string id = fmt::format("SJ-{}-{:06}", year_of(day), ++number_);
      const json::Value a_case = cases_.draw(random_, id, random_.one_of(parties_), day,
                                             random_.per_cent(kOpen));
      plan(a_case, decided(a_case, day, next(), std::nullopt), day);
    }
  }

  std::string officer() {
    static const std::vector<std::string> kNames = {"王", "李", "张", "刘", "陈",
                                                    "杨", "赵", "黄", "周", "吴"};
    const std::int64_t which = random_.below(kOfficers);
    return kNames[static_cast<std::size_t>(which) % kNames.size()] + (which < 10 ? "明" : "秀英");
  }

  struct Made {
    std::int64_t entry = 0;
    std::string offence;
    std::vector<DueDuty> follow_ups;
    std::vector<Question> applies;
  };

  Made decided(const json::Value& written, Date on, const Signed& by,
               const std::optional<Replaces>& replaces) {
    Issues issues;
    const auto document = json::parse({"case", json::compact(written)}, issues);
    auto a_case = document ? read_case(*document, rules_.vocabulary, rules_.catalogue, on, issues)
                           : std::nullopt;
    if (!a_case) {
      bug("a case was made up that cannot be read: " + to_line(issues.all().front(), true));
    }
    const Decision decision = decide(rules_, *a_case, on);
    Made made;
    made.offence = decision.of.offence;
    made.entry =
        append_decision(log_, decision, by, [] { return bundle(builtin_files(), "rules"); }, replaces).id;
    for (const DueDuty& due : decision.duties) {
      if (due.duty->follow_up) {
        made.follow_ups.push_back(due);
      }
    }
    for (const QuestionAnswer& answer : decision.answers) {
      if (answer.findings.answer == Answer::applies) {
        made.applies.push_back(answer.question);
      }
    }
    return made;
  }

  void plan(const json::Value& a_case, const Made& made, Date day) {
    for (const DueDuty& follow_up : made.follow_ups) {
      ++follow_ups_;
      if (follow_up.due && random_.per_cent(92)) {
        const Date on = *follow_up.due +
                        std::chrono::days{random_.between(-3, random_.per_cent(10) ? 20 : 0)};
        later_.emplace(
            std::max(on, day + std::chrono::days{1}),
            Later{Later::What::review, follow_ups_, follow_up.duty->id, {}, {}, made.entry, made.offence});
      }
    }
    const Date soon = day + std::chrono::days{random_.between(1, 15)};
    if (!made.applies.empty() && random_.per_cent(4)) {
      later_.emplace(soon,
                     Later{Later::What::outcome, made.entry, {}, {}, random_.one_of(made.applies), 0, {}});
    } else if (!a_case.is_null() && random_.per_cent(1)) {
      later_.emplace(soon, Later{Later::What::correction, made.entry, {}, a_case, {}, 0, {}});
    }
  }

  void happen(const Later& event, Date day, const Signed& by) {
    switch (event.what) {
      case Later::What::review: {
        if (corrected_.count(event.decision) > 0) {
          return;  // its follow-ups went with it
        }
        const bool recheck = event.duty == kRecheck;
        const char* outcome = !recheck               ? "done"
                              : random_.per_cent(93) ? "rectified"
                              : random_.per_cent(70) ? "not_rectified"
                                                     : "reoffended";
        const auto restart = restarts_procedure(outcome) ? duties_of_restart(rules_, event.offence, day)
                                                         : std::vector<DueDuty>();
        append_review(log_, event.id, outcome, recheck ? "现场复查,照片存卷" : "", by, restart);
        plan({}, {event.decision, event.offence, restart, {}}, day);
        return;
      }
      case Later::What::outcome: {
        const bool granted = random_.per_cent(60);
        append_outcome(log_, event.id, event.question, granted, granted ? "负责人同意" : "另有举报,合并处理",
                       by);
        return;
      }
      case Later::What::correction:
        corrected_.insert(event.id);
        plan({}, decided(cases_.mended(random_, event.of), day, by, Replaces{event.id, "原来的事实记错了"}),
             day);
    }
  }

  RuleSet rules_;
  Random random_;
  std::vector<Party> parties_;
  MadeUpCases cases_;
  Log log_;
  std::multimap<Date, Later> later_;
  std::int64_t number_ = 0;
  std::int64_t follow_ups_ = 0;
  std::set<std::int64_t> corrected_;
};

int run(int argc, char** argv) {
  std::uint64_t seed = 1;
  std::int64_t decisions = 100'000;
  std::string path;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool more = i + 1 < argc;
    if (argument == "--seed" && more) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else if (argument == "--decisions" && more) {
      decisions = std::strtoll(argv[++i], nullptr, 10);
    } else if (path.empty() && argument.front() != '-') {
      path = argument;
    } else {
      path.clear();
      break;
    }
  }
  if (path.empty() || decisions < 1) {
    std::fputs("usage: generate_log [--seed N] [--decisions N] OUT.db\n", stderr);
    return 2;
  }
  Bureau bureau(seed, path);
  bureau.work(decisions);
  const Head end = bureau.end();
  std::printf("%lld decisions, %lld entries, the last is %s\n", static_cast<long long>(decisions),
              static_cast<long long>(end.count), end.digest.c_str());
  return 0;
}

}  // namespace
}  // namespace siqingdan

int main(int argc, char** argv) {
  try {
    return siqingdan::run(argc, argv);
  } catch (const siqingdan::Failure& failure) {
    std::fprintf(stderr, "generate_log: %s\n", failure.message().en.c_str());
    return static_cast<int>(failure.exit());
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "generate_log: %s\n", problem.what());
    return 1;
  }
}
