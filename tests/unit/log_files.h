// Logs to be read, attacked and put in the way of faults: log_test, log_attack_test, log_fault_test.

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/failure.h"
#include "record/append.h"
#include "record/verify.h"
#include "small_world.h"

namespace siqingdan {

inline constexpr const char* kNow = "2026-11-23T09:30:00+08:00";
inline const Signed kByZhang{"张三", kNow};
inline const Signed kByLi{"李四", kNow};

// A folder of its own, gone at the end of the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

const RuleSet& world();
Decision some_decision(const std::string& id = "SJ-2026-0001");
Recorded record(Log& log, const std::string& id = "SJ-2026-0001", const std::string& officer = "张三");

// Three decisions with two follow-ups each, and a follow-up that is done: entries 1 to 4.
std::string filled(const Folder& folder);

// The same, and then two or more entries of every kind: every index table has rows.
std::string filled_with_every_kind(const Folder& folder);

// What somebody with the file and a copy of sqlite3 can do.
void by_hand(const std::string& path, const std::string& sql);

// The first column of what a query returns.
std::vector<std::string> ask(const std::string& path, const std::string& query);

// An attacker with care: the triggers are taken off and put back afterwards.
void tamper(const std::string& path, const std::string& sql);

using Places = std::vector<std::string>;
Places places(const std::string& path, const std::vector<Anchor>& anchors = {});
Places places_after(const std::string& sql);  // in a log that was `filled`

std::string bytes_of(const std::string& path);
void put_bytes(const std::string& path, const std::string& bytes);

// The failure a call must end with, said in both languages.
Failure failure_of(const std::function<void()>& call);

}  // namespace siqingdan
