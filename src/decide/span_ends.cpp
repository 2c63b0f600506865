// Moving a date by days, months or years keeps the order of dates. So each span is a pair of limits, one on
// either end, that can be tightened until nothing moves; if no range is then empty, the earliest days of all
// ranges together satisfy every span, and so do the latest.

#include "decide/span_ends.h"

#include <algorithm>
#include <map>

namespace siqingdan {
namespace {

using Ranges = std::map<FactId, Allowed>;

Date date(std::int64_t number) { return from_number(static_cast<int>(number)); }

bool tighten(std::int64_t& limit, std::int64_t to, bool up) {
  const bool moves = up ? limit < to : to < limit;
  limit = moves ? to : limit;
  return moves;
}

// One round over one span; true if a limit moved.
bool tighten(Ranges& ranges, const SpanDemand& span) {
  Allowed& from = ranges.at(span.from);
  Allowed& until = ranges.at(span.until);
  const auto end = [&](std::int64_t start) { return to_number(moved(date(start), span.count, span.unit)); };
  bool moves = false;
  if (span.longer) {
    moves = tighten(until.least, end(from.least) + 1, true);
    return tighten(from.most, to_number(last_start(date(until.most - 1), span.count, span.unit)), false) ||
           moves;
  }
  moves = tighten(until.most, end(from.most), false);
  return tighten(from.least, to_number(first_start(date(until.least), span.count, span.unit)), true) || moves;
}

bool possible(const Ranges& ranges) {
  return std::none_of(ranges.begin(), ranges.end(), [](const auto& range) { return range.second.empty(); });
}

// False if no days satisfy all spans.
bool settle(Ranges& ranges, const std::vector<SpanDemand>& spans) {
  for (bool moves = true; moves && possible(ranges);) {
    moves = false;
    for (const SpanDemand& span : spans) {
      moves = tighten(ranges, span) || moves;
    }
  }
  return possible(ranges);
}

class Ends {
 public:
  Ends(const Box& box, const FactSheet& facts, const Vocabulary& vocabulary, Date on)
      : box_(box), facts_(facts) {
    for (const SpanDemand& span : box.spans) {
      for (const FactId fact : {span.from, span.until}) {
        ranges_[fact] = every_value(vocabulary.facts[fact], on);
      }
    }
    for (const Demand& demand : box.demands) {
      if (ranges_.count(demand.fact) > 0) {
        ranges_[demand.fact].meet(demand.allowed);
      }
    }
    for (const auto& [fact, range] : ranges_) {
      if (facts.at(fact) && range.includes(facts.at(fact)->number)) {
        free_to_stay_.push_back(fact);
      }
    }
  }

  std::size_t size() const { return ranges_.size(); }

  std::vector<Box> run() {
    std::vector<std::uint32_t> choices;
    for (std::uint32_t chosen = 0; chosen < (1U << free_to_stay_.size()); ++chosen) {
      choices.push_back(chosen);
    }
    std::stable_sort(choices.begin(), choices.end(), [](std::uint32_t a, std::uint32_t b) {
      return __builtin_popcount(a) < __builtin_popcount(b);
    });
    std::vector<std::uint32_t> found;
    for (const std::uint32_t chosen : choices) {
      const bool smaller = std::any_of(found.begin(), found.end(),
                                       [&](std::uint32_t f) { return (f & chosen) == f; });
      if (!smaller && try_changing(chosen)) {
        found.push_back(chosen);
      }
    }
    return std::move(boxes_);
  }

 private:
  bool try_changing(std::uint32_t chosen) {
    Ranges ranges = ranges_;
    for (std::size_t i = 0; i < free_to_stay_.size(); ++i) {
      if ((chosen >> i & 1U) == 0) {
        pin(ranges.at(free_to_stay_[i]), facts_.at(free_to_stay_[i])->number);
      }
    }
    if (!settle(ranges, box_.spans)) {
      return false;
    }
    give_days(ranges);
    Box box = box_;
    box.spans.clear();
    for (const SpanDemand& span : box_.spans) {
      for (const FactId fact : {span.from, span.until}) {
        box.narrow(Demand{fact, ranges.at(fact), {span.because}});
      }
    }
    boxes_.push_back(std::move(box));
    return true;
  }

  static void pin(Allowed& range, std::int64_t day) { range.least = range.most = day; }

  // Of two ends that change together the first gets one day: the end of its range that is nearer to what it
  // is now, for only from an end of the range the others are sure to find theirs.
  void give_days(Ranges& ranges) const {
    for (const SpanDemand& span : box_.spans) {
      Allowed& from = ranges.at(span.from);
      const Allowed& until = ranges.at(span.until);
      const bool both = facts_.at(span.from) && facts_.at(span.until) && from.least < from.most &&
                        until.least < until.most;
      if (both) {
        const std::int64_t now = facts_.at(span.from)->number;
        pin(from, now - from.least <= from.most - now ? from.least : from.most);
        settle(ranges, box_.spans);
      }
    }
  }

  const Box& box_;
  const FactSheet& facts_;
  Ranges ranges_;
  std::vector<FactId> free_to_stay_;  // known ends that other demands would let be
  std::vector<Box> boxes_;
};

}  // namespace

std::vector<Box> without_spans(const Box& box, const FactSheet& facts, const Vocabulary& vocabulary, Date on,
                               bool& complete) {
  if (box.spans.empty()) {
    return {box};
  }
  Ends ends(box, facts, vocabulary, on);
  if (ends.size() > kSpanEnds) {
    complete = false;
    return {};
  }
  return ends.run();
}

}  // namespace siqingdan
