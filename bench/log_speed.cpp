// How fast a log is verified, and what a durable record costs beside a bare commit.
//
//   log_speed LOG.db [RECORDS]
//
// Verifying is measured on LOG.db, whole and hashing alone, each at its best of three; processor time of this
// process, which does not wait for others. Recording goes into fresh files beside it, RECORDS times (200): by
// turns one decision with all its rows, and as many bytes as its entry has in a table of one column, both on
// disk when the clock is stopped.

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/failure.h"
#include "decide/decide.h"
#include "json/parse.h"
#include "json/value.h"
#include "made_up_cases.h"
#include "record/append.h"
#include "record/read.h"
#include "record/tables.h"
#include "record/verify.h"
#include "rules/builtin.h"

namespace siqingdan {
namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double best_of_three(const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const double begin = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - begin);
  }
  return best;
}

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// SQLite with nothing of ours about it.
class Bare {
 public:
  explicit Bare(const std::string& path, bool fresh) {
    sqlite3_open(path.c_str(), &handle_);
    if (fresh) {
      run("pragma journal_mode = wal; pragma synchronous = full; create table t (body text)");
      sqlite3_prepare_v2(handle_, "insert into t values (?)", -1, &insert_, nullptr);
    }
  }
  ~Bare() {
    sqlite3_finalize(insert_);
    sqlite3_close(handle_);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      bug(sqlite3_errmsg(handle_));
    }
  }

  void commit(const std::string& body) {
    sqlite3_bind_text(insert_, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
    if (sqlite3_step(insert_) != SQLITE_DONE) {
      bug(sqlite3_errmsg(handle_));
    }
    sqlite3_reset(insert_);
  }

  std::vector<std::string> bodies() {
    std::vector<std::string> all;
    sqlite3_exec(
        handle_, "select body from entries",
        [](void* into, int, char** values, char**) {
          static_cast<std::vector<std::string>*>(into)->emplace_back(values[0]);
          return 0;
        },
        &all, nullptr);
    return all;
  }

  std::int64_t count(const std::string& table) {
    std::int64_t rows = 0;
    sqlite3_exec(
        handle_, ("select count(*) from " + table).c_str(),
        [](void* into, int, char** values, char**) {
          *static_cast<std::int64_t*>(into) = std::strtoll(values[0], nullptr, 10);
          return 0;
        },
        &rows, nullptr);
    return rows;
  }

 private:
  sqlite3* handle_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

void verifying(const std::string& path) {
  Bare file(path, false);
  std::int64_t rows = file.count("entries") + file.count("content");
  for (const IndexTable& table : kTables) {
    rows += file.count(table.name);
  }
  const Log log = Log::open(path, Log::Mode::read);
  const double whole = best_of_three([&] {
    if (!verify(log).empty()) {
      throw Failure(say("`{}` 被改动过", "`{}` was altered", path));
    }
  });
  const std::vector<std::string> bodies = file.bodies();
  std::size_t bytes = 0;
  for (const std::string& body : bodies) {
    bytes += body.size();
  }
  const double hashing = best_of_three([&] {
    for (const std::string& body : bodies) {
      digest_of(body);
    }
  });
  const auto per_second = [](double count, double seconds) { return count / seconds; };
  std::printf("verify: %lld rows, %.2f s of processor time, %.0f rows/s\n", static_cast<long long>(rows),
              whole, per_second(static_cast<double>(rows), whole));
  std::printf("of it hashing: %zu entries, %.0f MB, %.2f s, %.0f entries/s, %.0f MB/s\n", bodies.size(),
              static_cast<double>(bytes) / 1e6, hashing,
              per_second(static_cast<double>(bodies.size()), hashing),
              static_cast<double>(bytes) / 1e6 / hashing);
}

void recording(const std::filesystem::path& folder, int records) {
  constexpr Date kDay{std::chrono::year{2026} / std::chrono::November / 23};
  const RuleSet rules = builtin_rules();
  Random random(7);
  const auto parties = made_up_parties(random, 10);
  const MadeUpCases cases(rules);
  const std::string ours = folder / "bench-ours.db";
  const std::string theirs = folder / "bench-bare.db";
  const auto clear = [&] {
    for (const char* tail : {"", "-wal", "-shm"}) {
      std::filesystem::remove(ours + tail);
      std::filesystem::remove(theirs + tail);
    }
  };
  clear();
  std::vector<double> mine;
  std::vector<double> bare;
  {
    Log log = Log::open(ours, Log::Mode::write);
    Bare file(theirs, true);
    for (int i = 0; i < records; ++i) {
      Issues issues;
      const auto document = json::parse(
          {"case", json::compact(cases.draw(random, "B", random.one_of(parties), kDay, false))}, issues);
      const auto a_case = read_case(*document, rules.vocabulary, rules.catalogue, kDay, issues);
      const Decision decision = decide(rules, *a_case, kDay);
      Recorded recorded;
      mine.push_back(milliseconds([&] {
        recorded = append_decision(log, decision, {"张三", "2026-11-23T09:30:00+08:00"},
                                   [] { return bundle(builtin_files(), "rules"); });
      }));
      const std::string body = entry(log, recorded.id)->body;
      bare.push_back(milliseconds([&] { file.commit(body); }));
    }
  }
  clear();
  const auto median = [](std::vector<double>& of) {
    std::sort(of.begin(), of.end());
    return of[of.size() / 2];
  };
  const double a = median(mine);
  const double b = median(bare);
  std::printf("record: median %.3f ms, a bare commit of the same bytes %.3f ms, %.2f times (%d each)\n", a, b,
              a / b, records);
}

}  // namespace
}  // namespace siqingdan

int main(int argc, char** argv) {
  try {
    if (argc < 2) {
      std::fputs("usage: log_speed LOG.db [RECORDS]\n", stderr);
      return 2;
    }
    siqingdan::verifying(argv[1]);
    siqingdan::recording(std::filesystem::absolute(argv[1]).parent_path(),
                         std::max(1, argc > 2 ? std::atoi(argv[2]) : 200));
    return 0;
  } catch (const siqingdan::Failure& failure) {
    std::fprintf(stderr, "log_speed: %s\n", failure.message().en.c_str());
    return static_cast<int>(failure.exit());
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "log_speed: %s\n", problem.what());
    return 1;
  }
}
