#include "record/verify_chain.h"

#include "base/digest.h"
#include "base/unicode.h"
#include "json/canonical.h"
#include "json/parse.h"
#include "record/index_rows.h"

namespace siqingdan {
namespace {

using sqlite::Statement;

class Chain {
 public:
  Chain(sqlite::Database& file, Flaws& flaws)
      : flaws_(flaws),
        entries_(file, "select id, kind, at, who, body, algorithm, prev, digest from entries order by id"),
        decision_(file, "select case_id, day, offence, answers from decisions where id = ?"),
        follow_ups_(
            file,
            "select id, duty, what, who, due, waiting_for from follow_ups where decision = ? order by id"),
        review_(file, "select follow_up, outcome, note from reviews where entry = ?"),
        reviewed_(file, "select decision, duty from follow_ups where id = ?") {}

  void verify() {
    while (!flaws_.full() && entries_.next()) {
      const Entry entry{entries_.integer(0), entries_.text(1), entries_.text(2), entries_.text(3),
                        entries_.text(4),    entries_.text(5), entries_.text(6), entries_.text(7)};
      verify_link(entry);
      verify_body(entry);
    }
  }

  std::map<std::string, std::string> take_wanted() { return std::move(wanted_); }

 private:
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
      flaws_.add(place_of("entries", last_ + 1),
                 entry.id - 2 == last_
                     ? say("这一条不见了", "this entry is gone")
                     : say("从这一条到第 {} 条不见了", "the entries from here to {} are gone", entry.id - 1));
    }
    last_ = entry.id;
    last_digest_ = entry.digest;
    verify_digest(entry, place);
  }

  void verify_digest(const Entry& entry, const std::string& place) {
    if (entry.algorithm != kDigestAlgorithm) {
      flaws_.add(place, say("不认识摘要算法 `{}`", "the digest algorithm `{}` is not known",
                            visible(entry.algorithm)));
    } else if (digest_of_entry(entry) != entry.digest) {
      flaws_.add(place, say("内容与它的摘要不符", "what it says does not fit its digest"));
    }
  }

  void verify_body(const Entry& entry) {
    const std::string place = place_of("entries", entry.id);
    Issues issues;
    const auto document = json::parse({place, entry.body}, issues);
    if (!document) {
      flaws_.add(place, say("正文不是 JSON", "its body is not JSON"));
      return;
    }
    if (json::canonical(document->root) != entry.body) {
      flaws_.add(place, say("正文不是规范写法的 JSON", "its body is not canonical JSON"));
    }
    if (entry.kind == "decision") {
      verify_decision(entry.id, document->root);
    } else if (entry.kind == "review") {
      verify_review(entry.id, document->root);
    } else {
      flaws_.add(place, say("不认识种类 `{}`", "the kind `{}` is not known", visible(entry.kind)));
    }
  }

  void verify_decision(std::int64_t id, const json::Node& body) {
    const auto index = read_decision_body(body);
    if (!index) {
      flaws_.add(place_of("entries", id), say("正文不是一项决定", "its body is not a decision"));
      return;
    }
    wanted_.emplace(index->rules, "rules");
    wanted_.emplace(index->calendar, "calendar");
    const std::string place = place_of("decisions", id);
    if (!decision_.bind(id).next()) {
      flaws_.add(place, say("索引里没有这项决定", "the index lacks this decision"));
    } else {
      compare(place, {{"case_id", decision_.text(0) == index->case_id},
                      {"day", decision_.text(1) == index->day},
                      {"offence", decision_.text(2) == index->offence},
                      {"answers", decision_.text(3) == index->answers}});
    }
    verify_follow_ups(id, index->follow_ups);
  }

  void verify_follow_ups(std::int64_t id, std::vector<FollowUpRow> missing) {
    follow_ups_.bind(id);
    while (follow_ups_.next()) {
      const std::string place = place_of("follow_ups", follow_ups_.integer(0));
      const FollowUpRow row{follow_ups_.text(1), follow_ups_.text(2), follow_ups_.text(3),
                            follow_ups_.optional_text(4), follow_ups_.text(5)};
      const auto expected = std::find_if(missing.begin(), missing.end(),
                                         [&](const auto& other) { return other.duty == row.duty; });
      if (expected == missing.end()) {
        flaws_.add(place, say("决定 {} 没有这项复查", "decision {} has no such follow-up", id));
        continue;
      }
      compare(place, {{"what", row.what == expected->what},
                      {"who", row.who == expected->who},
                      {"due", row.due == expected->due},
                      {"waiting_for", row.waiting_for == expected->waiting_for}});
      missing.erase(expected);
    }
    for (const FollowUpRow& row : missing) {
      flaws_.add(place_of("decisions", id),
                 say("索引里没有它的复查 `{}`", "the index lacks its follow-up `{}`", row.duty));
    }
  }

  void verify_review(std::int64_t id, const json::Node& body) {
    const auto index = read_review_body(body);
    if (!index) {
      flaws_.add(place_of("entries", id),
                 say("正文不是复查结果", "its body is not the outcome of a follow-up"));
      return;
    }
    const std::string place = place_of("reviews", id);
    if (!review_.bind(id).next()) {
      flaws_.add(place, say("索引里没有这个复查结果", "the index lacks this outcome"));
    } else {
      compare(place, {{"follow_up", review_.integer(0) == index->follow_up},
                      {"outcome", review_.text(1) == index->outcome},
                      {"note", review_.text(2) == index->note}});
    }
    if (!reviewed_.bind(index->follow_up).next() || reviewed_.integer(0) != index->decision ||
        reviewed_.text(1) != index->duty) {
      flaws_.add(place_of("follow_ups", index->follow_up),
                 say("第 {} 条办结的不是这项复查", "this is not the follow-up that entry {} closed", id));
    }
  }

  struct Column {
    const char* name;
    bool fits;
  };
  void compare(const std::string& place, std::initializer_list<Column> columns) {
    for (const Column& column : columns) {
      if (!column.fits) {
        flaws_.add(place, say("`{}` 与日志条目所写不符", "`{}` is not what the entry says",
                              std::string(column.name)));
      }
    }
  }

  Flaws& flaws_;
  Statement entries_;
  Statement decision_;
  Statement follow_ups_;
  Statement review_;
  Statement reviewed_;
  std::int64_t last_ = 0;
  std::string last_digest_;
  std::map<std::string, std::string> wanted_;
};

}  // namespace

std::map<std::string, std::string> verify_chain(sqlite::Database& file, Flaws& flaws) {
  Chain chain(file, flaws);
  chain.verify();
  return chain.take_wanted();
}

}  // namespace siqingdan
