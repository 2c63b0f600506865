#include "base/digest.h"
#include "json/canonical.h"
#include "json/canonical_writer.h"
#include "json/value.h"
#include "record/chain.h"
#include "record/compact.h"
#include "record/kinds.h"

namespace siqingdan {
namespace {

using json::Value;
using sqlite::Statement;
using sqlite::Transaction;

bool is_kept(sqlite::Database& file, const std::string& digest) {
  return Statement(file, "select 1 from content where digest = ?").bind(digest).next();
}

void keep(sqlite::Database& file, const std::string& digest, const std::string& kind,
          const std::string& body) {
  if (!is_kept(file, digest)) {
    Statement(file, "insert into content (digest, kind, body) values (?, ?, ?)")
        .bind(digest, kind, body)
        .run();
  }
}

Bundles made_bundles(const std::function<Bundles()>& bundles, const RuleSet& rules) {
  Bundles made = bundles();
  if (digest_of(made.rules) != rules.digest || digest_of(made.calendar) != rules.calendar_digest) {
    bug("the rules handed over for keeping are not those of the decision");
  }
  return made;
}

// A decision can be replaced once: whoever corrects a correction names that one.
void check_replaced(sqlite::Database& file, const Replaces& replaces) {
  Statement found(file,
                  "select d.id, n.id from decisions d left join decisions n on n.replaces = d.id"
                  " where d.id = ?");
  found.bind(replaces.entry);
  if (!found.next()) {
    throw Failure(say("第 {0} 号不是决定;`siqingdan log list` 列出全部",
                      "entry {0} is no decision: `siqingdan log list` shows all", replaces.entry),
                  Exit::usage);
  }
  if (const std::int64_t by = found.integer(1); by > 0) {
    throw Failure(say("第 {0} 号已经由第 {1} 号更正;要再改,更正第 {1} 号",
                      "decision {0} was already corrected by {1}: correct {1} instead", replaces.entry, by),
                  Exit::usage);
  }
}

std::string body_of(const Decision& decision, const std::optional<Replaces>& replaces) {
  constexpr std::size_t kUsual = 8000;  // bytes
  json::CanonicalWriter out(kUsual);
  out.begin_object();
  out.key("case").canonical(json::canonical(*decision.of.written));
  out.key("decision").canonical(canonical_compact(decision));
  if (replaces) {
    out.key("replaces").begin_object();
    out.key("because").text(replaces->because);
    out.key("entry").integer(replaces->entry);
    out.end_object();
  }
  out.end_object();
  return out.take();
}

}  // namespace

Recorded append_decision(Log& log, const Decision& decision, const Signed& by,
                         const std::function<Bundles()>& bundles, const std::optional<Replaces>& replaces) {
  check_signed(by);
  if (replaces) {
    check_reason(replaces->because, {"更正", "a correction"});
  }
  std::string body = body_of(decision, replaces);
  sqlite::Database& file = log.file();
  const RuleSet& rules = *decision.rules;

  std::optional<Transaction> transaction(std::in_place, file, Transaction::Kind::write);
  if (!is_kept(file, rules.digest) || !is_kept(file, rules.calendar_digest)) {
    transaction.reset();  // nobody shall wait for the bundles: making them takes longer than writing them
    const Bundles made_with = made_bundles(bundles, rules);
    transaction.emplace(file, Transaction::Kind::write);
    keep(file, rules.digest, "rules", made_with.rules);
    keep(file, rules.calendar_digest, "calendar", made_with.calendar);
  }
  if (replaces) {
    check_replaced(file, *replaces);
  }
  Recorded recorded = append(file, kDecision, std::move(body), by);
  transaction->commit();
  return recorded;
}

Recorded append_outcome(Log& log, std::int64_t decision, Question question, bool granted,
                        const std::string& because, const Signed& by) {
  check_signed(by);
  check_reason(because, {"实际决定", "what was really decided"});
  sqlite::Database& file = log.file();
  Transaction transaction(file, Transaction::Kind::write);
  check_replaced(file, {decision, {}});
  Recorded recorded = append(file, kOutcome,
                             Value{{"decision", decision},
                                   {"question", name_of(question)},
                                   {"decided", granted ? "granted" : "refused"},
                                   {"because", because}},
                             by);
  transaction.commit();
  return recorded;
}

}  // namespace siqingdan
