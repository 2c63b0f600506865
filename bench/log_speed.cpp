// How fast a log is verified, and what a durable record costs beside a bare commit.
//
//   log_speed LOG.db [RECORDS]
//
// Verifying is measured on LOG.db, whole and hashing alone, each at its best of three; processor time of this
// process, which does not wait for others. Recording goes into fresh files beside it, RECORDS times (200), by
// turns and each on disk when the clock is stopped: one decision; its rows once more, put into like tables by
// SQLite alone; and its entry alone in a table of one column. What the three have in common is what the disk
// takes; on a fast one the entry alone costs far less than its rows and their indexes.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bare_file.h"
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

void verifying(const std::string& path) {
  BareFile file(path);
  const auto rows_of = [&](const std::string& table) { return file.number("select count(*) from " + table); };
  std::int64_t rows = rows_of("entries") + rows_of("content");
  for (const IndexTable& table : kTables) {
    rows += rows_of(table.name);
  }
  const Log log = Log::open(path, Log::Mode::read);
  const double whole = best_of_three([&] {
    if (!verify(log).empty()) {
      throw Failure(say("`{}` 被改动过", "`{}` was altered", path));
    }
  });
  const std::vector<std::string> bodies = file.texts("select body from entries");
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
  const std::string like = folder / "bench-like.db";
  const std::string alone = folder / "bench-alone.db";
  const auto clear = [&] {
    for (const std::string& file : {ours, like, alone}) {
      for (const char* tail : {"", "-wal", "-shm", "-head"}) {
        std::filesystem::remove(file + tail);
      }
    }
  };
  clear();
  std::vector<double> recorded;
  std::vector<double> rows;
  std::vector<double> entries;
  {
    Log log = Log::open(ours, Log::Mode::write);
    BareFile written(ours);
    BareFile of_rows(like);
    BareFile of_entries(alone);
    of_rows.durable();
    of_entries.durable();
    of_entries.run("create table t (body text)");
    for (int i = 0; i < records; ++i) {
      Issues issues;
      const auto document = json::parse(
          {"case", json::compact(cases.draw(random, "B", random.one_of(parties), kDay, false))}, issues);
      const auto a_case = read_case(*document, rules.vocabulary, rules.catalogue, kDay, issues);
      const Decision decision = decide(rules, *a_case, kDay);
      Recorded last;
      recorded.push_back(milliseconds([&] {
        last = append_decision(log, decision, {"张三", "2026-11-23T09:30:00+08:00"},
                               [] { return bundle(builtin_files(), "rules"); });
      }));
      of_rows.take(written, last.id);
      rows.push_back(milliseconds([&] { of_rows.commit_taken(); }));
      const std::string body = entry(log, last.id)->body;
      entries.push_back(milliseconds([&] { of_entries.commit(body); }));
    }
  }
  clear();
  const auto median = [](std::vector<double>& of) {
    std::sort(of.begin(), of.end());
    return of[of.size() / 2];
  };
  const double ours_takes = median(recorded);
  const auto beside = [&](const char* what, std::vector<double>& of) {
    const double theirs = median(of);
    std::printf("  beside a bare commit of %s: %.3f ms, %.2f times\n", what, theirs, ours_takes / theirs);
  };
  std::printf("record: median %.3f ms (%d each)\n", ours_takes, records);
  beside("the same rows", rows);
  beside("the entry alone", entries);
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
