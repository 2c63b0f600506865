#include "record/verify_chain.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/unicode.h"
#include "record/kinds.h"
#include "record/verify_index.h"

namespace siqingdan {
namespace {

using sqlite::Statement;

constexpr std::int64_t kTellEvery = 4096;
constexpr std::size_t kMostNotes = 10;

// What an entry may point at: what stood before it.
struct Seen {
  struct FollowUp {
    std::int64_t id = 0;
    std::int64_t decision = 0;
    std::string duty;
  };
  std::map<std::int64_t, bool> replaced;   // decision → it was replaced
  std::map<std::int64_t, bool> withdrawn;  // import or event of a clock → it was withdrawn
  std::vector<FollowUp> follow_ups;       // by id

  const FollowUp* follow_up(std::int64_t id) const {
    const auto at = std::lower_bound(follow_ups.begin(), follow_ups.end(), id,
                                     [](const FollowUp& one, std::int64_t wanted) {
                                       return one.id < wanted;
                                     });
    return at != follow_ups.end() && at->id == id ? &*at : nullptr;
  }
};

class Chain {
 public:
  Chain(sqlite::Database& file, const std::vector<Anchor>& anchors, const Progress& progress, Flaws& flaws,
        std::vector<Flaw>* notes)
      : flaws_(flaws),
        notes_(notes),
        progress_(progress),
        total_(file.number("select count(*) from entries")),
        entries_(file, "select id, kind, at, who, body, algorithm, prev, digest from entries order by id") {
    for (const Anchor& anchor : anchors) {
      anchors_.emplace(anchor.count, anchor);
    }
    cursors_.reserve(kTables.size());
    for (std::size_t i = 0; i < kTables.size(); ++i) {
      cursors_.emplace_back(file, static_cast<TableId>(i), flaws);
    }
  }

  void verify() {
    Entry entry;
    while (!flaws_.full() && entries_.next()) {
      read(entry);
      verify_link(entry);
      verify_anchors(entry);
      note_clock(entry);
      if (entry.id > 0) {
        verify_body(entry);
      }
      if (progress_ && entry.id % kTellEvery == 0) {
        progress_(entry.id, total_);
      }
    }
    for (IndexCursor& cursor : cursors_) {
      cursor.expect_end();
    }
    verify_cut();
  }

  std::map<std::string, std::string> take_wanted() { return std::move(wanted_); }

 private:
  // Into the same entry again and again, whose strings keep their room.
  void read(Entry& entry) const {
    entry.id = entries_.integer(0);
    int column = 1;
    for (std::string* field :
         {&entry.kind, &entry.at, &entry.who, &entry.body, &entry.algorithm, &entry.prev, &entry.digest}) {
      *field = entries_.view(column++);
    }
  }

  void verify_link(const Entry& entry) {
    const std::string place = place_of("entries", entry.id);
    if (entry.id < 1) {
      flaws_.add(place, say("编号从 1 开始", "numbers begin with 1"));
      return;
    }
    if (entry.id - 1 == last_) {
      if (entry.prev != last_digest_) {
        flaws_.add(place, say("没有接在前一条之后:所记的前一条摘要不符",
                              "it does not follow the entry before: the digest it names is another"));
      }
    } else {
      lost_ = true;
      flaws_.add(place_of("entries", last_ + 1),
                 entry.id - 2 == last_
                     ? say("这一条不见了", "this entry is gone")
                     : say("从这一条到第 {} 条不见了", "the entries from here to {} are gone", entry.id - 1));
    }
    last_ = entry.id;
    last_digest_ = entry.digest;
    if (entry.algorithm != kDigestAlgorithm) {
      flaws_.add(place, say("不认识摘要算法 `{}`", "the digest algorithm `{}` is not known",
                            visible(entry.algorithm)));
    } else if (digest_of_entry(entry) != entry.digest) {
      flaws_.add(place, say("内容与它的摘要不符", "what it says does not fit its digest"));
    }
  }

  void note_clock(const Entry& entry) {
    if (notes_ != nullptr && is_later(last_at_, entry.at) && notes_->size() < kMostNotes) {
      notes_->push_back(
          {place_of("entries", entry.id),
           say("记录时间 {0} 早于前一条的 {1}:记录它的电脑时钟往回拨过,或者不准",
               "written at {0}, before the entry before it ({1}): the clock of the computer was "
               "set back, or is wrong",
               visible(entry.at), visible(last_at_))});
    }
    last_at_ = entry.at;
  }

  // The head file beside the log has no date; a checkpoint has.
  static Text name_of(const Anchor& anchor) {
    return anchor.at.empty() ? say("旁证文件 `{}` ", "the head file `{}`", visible(anchor.name))
                             : say("{1} 的检查点 `{0}` ", "the checkpoint `{0}` of {1}", visible(anchor.name),
                                   visible(anchor.at));
  }

  void verify_anchors(const Entry& entry) {
    const auto [begin, end] = anchors_.equal_range(entry.id);
    for (auto anchor = begin; anchor != end; ++anchor) {
      if (anchor->second.digest != entry.digest) {
        const Text name = name_of(anchor->second);
        flaws_.add(place_of("entries", entry.id),
                   say("{0}记着的不是这一条:日志在它以前被改写过",
                       "{1} says another entry stood here: the log was rewritten before it", name.zh,
                       name.en));
      }
    }
  }

  // Anchors beyond the end: what they counted is gone.
  void verify_cut() {
    for (auto anchor = anchors_.upper_bound(last_); anchor != anchors_.end(); ++anchor) {
      const Text name = name_of(anchor->second);
      flaws_.add(place_of("entries", last_ + 1),
                 say("{0}数到 {2} 条,现在只有 {3} 条:后面的被截去,或者换回了旧文件",
                     "{1} counted {2} entries, now there are {3}: the tail was cut, or an older file was put "
                     "back",
                     name.zh, name.en, anchor->second.count, last_));
    }
  }

  // After entries that are gone or cannot be read, the tables that count by themselves say how far they had
  // counted: else one missing entry would make all that follow look wrong.
  void resume(std::int64_t entry) {
    if (!lost_) {
      return;
    }
    lost_ = false;
    for (std::size_t i = 0; i < cursors_.size(); ++i) {
      const std::int64_t last = cursors_[i].skip_to_entry(entry);
      const auto table = static_cast<TableId>(i);
      if (table == TableId::follow_ups) {
        numbering_.follow_up = std::max(numbering_.follow_up, last);
      } else if (table == TableId::priors) {
        numbering_.prior = std::max(numbering_.prior, last);
      }
    }
  }

  void verify_body(const Entry& entry) {
    const std::string place = place_of("entries", entry.id);
    resume(entry.id);
    const auto body = read_for_index(entry.body);
    if (!body) {
      lost_ = true;
      flaws_.add(place, say("正文不是 JSON", "its body is not JSON"));
      return;
    }
    const Numbering before = numbering_;
    const auto indexed = index_of(entry, *body, numbering_);
    if (!indexed) {
      numbering_ = before;
      lost_ = true;
      flaws_.add(place, say("正文不是 `{}` 这一种的内容",
                            "its body is not what an entry of the kind `{}` holds", visible(entry.kind)));
      return;
    }
    if (!indexed->rules.empty()) {
      wanted_.emplace(indexed->rules, "rules");
      wanted_.emplace(indexed->calendar, "calendar");
    }
    for (const IndexRow& row : indexed->rows) {
      cursors_[static_cast<std::size_t>(row.table)].expect(row);
      remember(row);
    }
    verify_references(entry, *body);
  }

  void remember(const IndexRow& row) {
    if (row.table == TableId::decisions) {
      seen_.replaced.emplace_hint(seen_.replaced.end(), row.key(), false);
    } else if (row.table == TableId::imports || row.table == TableId::clocks) {
      seen_.withdrawn.emplace_hint(seen_.withdrawn.end(), row.key(), false);
    } else if (row.table == TableId::follow_ups) {
      seen_.follow_ups.push_back(
          {row.key(), std::get<std::int64_t>(row.cells[2]), std::get<std::string>(row.cells[4])});
    }
  }

  static std::int64_t integer_at(const json::Node& body, const char* key) {
    const json::Node* node = body.find(key);
    return node == nullptr ? 0 : node->integer;
  }

  void verify_references(const Entry& entry, const json::Node& body) {
    const std::string place = place_of("entries", entry.id);
    const std::int64_t follow_up = integer_at(body, "follow_up");
    const std::int64_t decision = integer_at(body, "decision");
    if (entry.kind == kReview || entry.kind == kClock) {
      const Seen::FollowUp* there = seen_.follow_up(follow_up);
      const json::Node* duty = body.find("duty");
      if (there == nullptr ||
          (duty != nullptr && (there->decision != decision || there->duty != duty->text))) {
        flaws_.add(place, say("它所说的复查 {} 在它以前不存在",
                              "the follow-up {} it speaks of was not there before it", follow_up));
      }
    } else if ((entry.kind == kOutcome || entry.kind == kRestart) && seen_.replaced.count(decision) == 0) {
      flaws_.add(place, say("它所说的决定 {} 在它以前不存在",
                            "the decision {} it speaks of was not there before it", decision));
    }
    const json::Node* replaces = entry.kind == kDecision ? body.find("replaces") : nullptr;
    if (replaces != nullptr) {
      const std::int64_t replaced = integer_at(*replaces, "entry");
      if (!marked_once(seen_.replaced, replaced)) {
        flaws_.add(place, say("它所更正的决定 {} 不存在或者已经更正过",
                              "the decision {} it corrects is not there, or was corrected before", replaced));
      }
    } else if (entry.kind == kWithdrawal) {
      const std::int64_t withdrawn = integer_at(body, "entry");
      if (!marked_once(seen_.withdrawn, withdrawn)) {
        flaws_.add(place,
                   say("它所撤回的第 {} 号在它以前不存在,不是能撤回的,或者已经撤回过",
                       "the entry {} it withdraws was not there before it, is none that can be withdrawn, "
                       "or was withdrawn before",
                       withdrawn));
      }
    }
  }

  // Marks what an entry replaces or withdraws; false if it is not there or is marked already.
  static bool marked_once(std::map<std::int64_t, bool>& seen, std::int64_t id) {
    const auto found = seen.find(id);
    return found != seen.end() && !std::exchange(found->second, true);
  }

  Flaws& flaws_;
  std::vector<Flaw>* notes_;
  const Progress& progress_;
  std::int64_t total_ = 0;
  Statement entries_;
  std::vector<IndexCursor> cursors_;  // by TableId
  std::multimap<std::int64_t, Anchor> anchors_;
  Numbering numbering_;
  Seen seen_;
  bool lost_ = false;  // entries just before are gone or cannot be read
  std::int64_t last_ = 0;
  std::string last_digest_;
  std::string last_at_;
  std::map<std::string, std::string> wanted_;
};

}  // namespace

std::map<std::string, std::string> verify_chain(sqlite::Database& file, const std::vector<Anchor>& anchors,
                                                const Progress& progress, Flaws& flaws,
                                                std::vector<Flaw>* notes) {
  Chain chain(file, anchors, progress, flaws, notes);
  chain.verify();
  return chain.take_wanted();
}

}  // namespace siqingdan
