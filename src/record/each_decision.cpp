#include "record/each_decision.h"

#include <exception>
#include <mutex>
#include <thread>

#include "record/in_force.h"
#include "record/sqlite.h"

namespace siqingdan {
namespace {

using sqlite::Statement;

std::string which() {
  return " from entries e where e.kind = 'decision' and (?1 = 0 or e.id = ?1) and (?2 = 0 or not " +
         is_replaced("e.id") + ")";
}

// Deals out entries to whoever asks; the first failure of anybody ends it.
class Dealer {
 public:
  Dealer(const Log& log, const Selection& selection, const Progress& progress)
      : rows_(log.file(), "select e.id, e.body" + which() + " order by e.id"), progress_(progress) {
    bind(rows_, selection);
    if (progress_) {
      Statement count(log.file(), "select count(*)" + which());
      bind(count, selection);
      count.next();
      all_ = count.integer(0);
    }
  }

  // Fills `hand` with the next few; false: there are none left.
  bool deal(std::vector<DecisionEntry>& hand) {
    const std::lock_guard lock(mutex_);
    hand.resize(kHand);  // what stood there is written over, so that its room is used again
    std::size_t filled = 0;
    while (!ended_ && filled < kHand) {
      if (!rows_.next()) {
        ended_ = true;
        break;
      }
      hand[filled].id = rows_.integer(0);
      hand[filled].body = rows_.view(1);
      ++filled;
    }
    hand.resize(filled);
    dealt_ += static_cast<std::int64_t>(hand.size());
    if (progress_ && !hand.empty()) {
      progress_(dealt_, all_);
    }
    return !hand.empty();
  }

  void fail(std::exception_ptr why) {
    const std::lock_guard lock(mutex_);
    failure_ = failure_ ? failure_ : std::move(why);
    ended_ = true;
  }

  std::int64_t finish() const {
    if (failure_) {
      std::rethrow_exception(failure_);
    }
    return dealt_;
  }

 private:
  static constexpr std::size_t kHand = 64;  // asking costs a lock

  static void bind(Statement& statement, const Selection& selection) {
    statement.bind(selection.id.value_or(0), std::int64_t{selection.in_force ? 1 : 0});
  }

  std::mutex mutex_;
  Statement rows_;
  const Progress& progress_;
  std::int64_t all_ = 0;
  std::int64_t dealt_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace

std::int64_t each_decision(const Log& log, const Selection& selection, const Progress& progress,
                           const std::function<void(unsigned, const DecisionEntry&)>& work) {
  Dealer dealer(log, selection, progress);
  const auto run = [&](unsigned job) {
    try {
      std::vector<DecisionEntry> hand;
      while (dealer.deal(hand)) {
        for (const DecisionEntry& entry : hand) {
          work(job, entry);
        }
      }
    } catch (...) {
      dealer.fail(std::current_exception());
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned job = 1; job < selection.jobs; ++job) {
      others.emplace_back(run, job);
    }
    run(0);
  }
  return dealer.finish();
}

}  // namespace siqingdan
