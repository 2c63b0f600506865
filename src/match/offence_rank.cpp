#include "match/offence_rank.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace siqingdan {
namespace {

int knob(const char* name, int value) {
  const char* set = std::getenv(name);
  return set == nullptr ? value : std::atoi(set);
}

// All in hundredths unless said otherwise; tuned on the half of tests/words that is for tuning.
const std::uint32_t kWindow = static_cast<std::uint32_t>(knob("kWindow", 48));      // characters in which a phrase is looked for
const std::uint32_t kStep = static_cast<std::uint32_t>(knob("kStep", 24));        // windows begin at clauses, or so far apart where there are none
const int kSlip = static_cast<int>(knob("kSlip", 50));                  // what a word with a slip counts
const int kMissing = static_cast<int>(knob("kMissing", 80));               // what a missing part of a phrase costs
const int kMissingOfTitle = static_cast<int>(knob("kMissingOfTitle", 30));
const int kElsewhere = static_cast<int>(knob("kElsewhere", 20));             // what other words of the offence count, wherever they stand
const int kOtherDomain = static_cast<int>(knob("kOtherDomain", 70));           // what remains if the words speak of another domain only
const int kOutside = static_cast<int>(knob("kOutside", 80));               // of what speaks of matters outside: below it there is none
const int kEvidence = static_cast<int>(knob("kEvidence", 80));              // points without which there is none
const int kClose = static_cast<int>(knob("kClose", 92));                 // the second has so much of the first: unsure

struct Best {
  int points = 0;
  std::uint32_t phrase = 0;
  std::uint32_t from = 0;  // of the window
  std::uint32_t to = 0;
};

class Ranker {
 public:
  Ranker(const OffenceIndex& index, const Folded& text)
      : index_(index),
        text_(text),
        hits_(index.features_of(text.text)),
        best_(index.outside() + 1U),
        said_(index.phrases().size(), 0),
        seen_(index.features(), 0) {}

  Ranking rank(std::size_t count) {
    look_through_windows();
    std::vector<int> points = all_points();
    const int outside = points.back();
    points.pop_back();
    std::vector<std::size_t> order(points.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return points[a] > points[b]; });
    Ranking ranking;
    ranking.verdict = verdict(points, order, outside);
    for (std::size_t i = 0; i < order.size() && i < count && points[order[i]] > 0; ++i) {
      ranking.offences.push_back({index_.offences()[order[i]], score(points[order[i]]), spans(order[i])});
    }
    return ranking;
  }

 private:
  void look_through_windows() {
    const auto length = static_cast<std::uint32_t>(text_.text.size());
    std::uint32_t last = 0;
    for (std::uint32_t at = 0; at < length; ++at) {
      const bool begins = at == 0 || ends_clause(text_.text[at - 1]) || at - last >= kStep;
      if (begins) {
        look_at(at, at + kWindow);
        last = at;
      }
    }
  }

  void look_at(std::uint32_t from, std::uint32_t to) {
    ++round_;
    touched_.clear();
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), from,
                                [](const FeatureHit& h, std::uint32_t at) { return h.from < at; });
    for (; hit != hits_.end() && hit->from < to; ++hit) {
      if (hit->to > to || seen_[hit->feature] == round_) {
        continue;
      }
      seen_[hit->feature] = round_;
      const int weight = index_.weight(hit->feature) * (hit->slip ? kSlip : 100) / 100;
      for (const std::uint32_t phrase : index_.phrases_with(hit->feature)) {
        if (said_[phrase] == 0) {
          touched_.push_back(phrase);
        }
        said_[phrase] += weight;
      }
    }
    for (const std::uint32_t phrase : touched_) {
      const auto& known = index_.phrases()[phrase];
      const int missing = known.weight - said_[phrase];
      const int points = said_[phrase] - missing * (known.title ? kMissingOfTitle : kMissing) / 100;
      Best& best = best_[known.offence];
      if (points > best.points) {
        best = {points, phrase, from, to};
      }
      said_[phrase] = 0;
    }
  }

  std::vector<int> all_points() {
    std::vector<int> points(best_.size(), 0);
    std::uint32_t domains = 0;
    ++round_;
    std::vector<int> bag(best_.size(), 0);
    for (const FeatureHit& hit : hits_) {
      if (seen_[hit.feature] == round_) {
        continue;
      }
      seen_[hit.feature] = round_;
      domains |= index_.domains_of(hit.feature);
      int last = -1;
      for (const std::uint32_t phrase : index_.phrases_with(hit.feature)) {
        const int offence = index_.phrases()[phrase].offence;
        if (offence != last) {
          bag[static_cast<std::size_t>(offence)] += index_.weight(hit.feature);
        }
        last = offence;
      }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (best_[i].points == 0) {
        continue;
      }
      points[i] = best_[i].points + bag[i] * kElsewhere / 100;
      if (i == index_.outside()) {
        continue;
      }
      const auto& all = index_.domains();
      const auto own = std::find(all.begin(), all.end(), index_.offences()[i]->domain) - all.begin();
      if (domains != 0 && own < static_cast<std::ptrdiff_t>(all.size()) && (domains >> own & 1U) == 0) {
        points[i] = points[i] * kOtherDomain / 100;
      }
    }
    return points;
  }

  Verdict verdict(const std::vector<int>& points, const std::vector<std::size_t>& order,
                  int outside) const {
    if (order.empty() || points[order[0]] < kEvidence || points[order[0]] * 100 < outside * kOutside) {
      return Verdict::none;
    }
    return order.size() > 1 && points[order[1]] * 100 >= points[order[0]] * kClose ? Verdict::unsure
                                                                                     : Verdict::sure;
  }

  static int score(int points) { return points * 100 / (points + 60); }

  // Of the features of the best phrase, within the window it was found in; neighbours are joined.
  std::vector<Span> spans(std::size_t offence) const {
    const Best& best = best_[offence];
    std::vector<Span> spans;
    for (const FeatureHit& hit : hits_) {
      const auto& with = index_.phrases_with(hit.feature);
      if (hit.from < best.from || hit.to > best.to ||
          !std::binary_search(with.begin(), with.end(), best.phrase)) {
        continue;
      }
      const Span span = text_.span(hit.from, hit.to);
      if (!spans.empty() && span.from <= spans.back().to) {
        spans.back().to = std::max(spans.back().to, span.to);
      } else {
        spans.push_back(span);
      }
    }
    return spans;
  }

  const OffenceIndex& index_;
  const Folded& text_;
  std::vector<FeatureHit> hits_;
  std::vector<Best> best_;
  std::vector<int> said_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> touched_;
  std::uint32_t round_ = 0;
};

}  // namespace

const char* name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::sure:
      return "sure";
    case Verdict::unsure:
      return "unsure";
    case Verdict::none:
      return "none";
  }
  return "";
}

Ranking rank(const OffenceIndex& index, const Folded& text, std::size_t count) {
  return Ranker(index, text).rank(count);
}

}  // namespace siqingdan
