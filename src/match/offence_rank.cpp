#include "match/offence_rank.h"

#include <algorithm>
#include <map>

#include "match/weighed.h"

namespace siqingdan {
namespace {

// Found on rules/words/labelled. In hundredths of the distance from the plane of an
// offence to its descriptions.
constexpr int kNowhere = -90;  // the first is farther from its plane: none
constexpr int kOutside = 18;   // what is outside is nearer by so much: none
constexpr int kNear = -50;     // the first is farther: unsure
constexpr int kClose = 16;     // the second is no farther behind the first: unsure
constexpr int kOfDomain = 20;  // of a hundred: what speaks for the domain of an offence speaks for it too

class Ranker {
 public:
  Ranker(const Evidence& evidence, const Folded& text)
      : evidence_(evidence),
        text_(text),
        hits_(hits_in(evidence.table(), text.text)),
        weighed_(weigh(evidence.table(), hits_)),
        length_(length_of(weighed_.square)) {}

  Ranking rank(std::size_t count) {
    sum_up();
    std::vector<std::uint32_t> order(evidence_.outside());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return sums_[a] > sums_[b]; });
    Ranking ranking;
    ranking.verdict = verdict(order);
    order.resize(hits_.empty() ? 0 : std::min(order.size(), count));
    const auto speaking = what_speaks_for(order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      ranking.offences.push_back({evidence_.klass(order[i]), score(order[i]), spans(speaking[i])});
    }
    return ranking;
  }

 private:
  // What the features make of every class, in kUnit × `length_`.
  void sum_up() {
    const PlaneTable& table = evidence_.table();
    std::vector<std::int64_t> said(table.planes(), 0);
    for (const auto& [feature, value] : weighed_.values) {
      table.each(feature, [&, v = value](PlaneTable::Says says) { said[says.plane] += v * says.weight; });
    }
    for (std::uint32_t plane = 0; plane < said.size(); ++plane) {
      said[plane] += table.bias(plane) * length_;
    }
    for (std::uint32_t klass = 0; klass <= evidence_.outside(); ++klass) {
      sums_.push_back(said[klass] + said[evidence_.domain_plane(klass)] * kOfDomain / 100);
    }
  }

  // Hundredths: 100 is where the descriptions of the offence begin, -100 where all others do.
  std::int64_t distance(std::uint32_t klass) const {
    return sums_[klass] * 100 / (length_ * PlaneTable::kUnit);
  }

  int score(std::uint32_t klass) const {
    return static_cast<int>(std::clamp<std::int64_t>(distance(klass) + 100, 0, 100));
  }

  Verdict verdict(const std::vector<std::uint32_t>& order) const {
    const std::int64_t first = hits_.empty() || order.empty() ? kNowhere - 1 : distance(order[0]);
    if (first < kNowhere || first + kOutside <= distance(evidence_.outside())) {
      return Verdict::none;
    }
    const bool close = order.size() > 1 && first - distance(order[1]) <= kClose;
    return close || first < kNear ? Verdict::unsure : Verdict::sure;
  }

  // By feature how much it says for a class.
  using Speaking = std::map<std::uint32_t, std::int64_t>;

  // For each of some classes, in one reading of the evidence.
  std::vector<Speaking> what_speaks_for(const std::vector<std::uint32_t>& classes) const {
    struct Counts {
      std::size_t klass;  // index into `classes`
      int hundredths;
    };
    std::vector<std::vector<Counts>> of_plane(evidence_.table().planes());
    for (std::size_t i = 0; i < classes.size(); ++i) {
      of_plane[classes[i]].push_back({i, 100});
      of_plane[evidence_.domain_plane(classes[i])].push_back({i, kOfDomain});
    }
    std::vector<Speaking> speaking(classes.size());
    for (const auto& [feature, value] : weighed_.values) {
      evidence_.table().each(feature, [&, f = feature, v = value](PlaneTable::Says says) {
        for (const Counts& counts : of_plane[says.plane]) {
          speaking[counts.klass][f] += v * says.weight * counts.hundredths;
        }
      });
    }
    return speaking;
  }

  // Where the features stand that together say two thirds of what speaks for the offence; neighbours are
  // joined.
  std::vector<Span> spans(const Speaking& speaks) const {
    std::int64_t all = 0;
    std::vector<std::int64_t> strongest;
    for (const auto& entry : speaks) {
      strongest.push_back(std::max<std::int64_t>(entry.second, 0));
      all += strongest.back();
    }
    std::sort(strongest.begin(), strongest.end(), std::greater<>());
    std::int64_t least = 0;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < strongest.size() && sum * 3 < all * 2; ++i) {
      least = strongest[i];
      sum += least;
    }
    std::vector<Span> spans;
    for (const FeatureHit& hit : hits_) {
      const auto entry = speaks.find(hit.feature);
      if (entry != speaks.end() && entry->second >= std::max<std::int64_t>(least, 1)) {
        add(text_.span(hit.from, hit.to), spans);
      }
    }
    return spans;
  }

  static void add(Span span, std::vector<Span>& spans) {
    if (!spans.empty() && span.from <= spans.back().to) {
      spans.back().to = std::max(spans.back().to, span.to);
    } else {
      spans.push_back(span);
    }
  }

  const Evidence& evidence_;
  const Folded& text_;
  std::vector<FeatureHit> hits_;
  Weighed weighed_;
  std::int64_t length_;
  std::vector<std::int64_t> sums_;
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

Ranking rank(const Evidence& evidence, const Folded& text, std::size_t count) {
  return Ranker(evidence, text).rank(count);
}

}  // namespace siqingdan
