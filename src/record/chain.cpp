#include "record/chain.h"
#include "json/value.h"

#include <limits>

#include "base/digest.h"
#include "base/unicode.h"
#include "json/canonical.h"
#include "record/index.h"

namespace siqingdan {
namespace {

using sqlite::Statement;

struct Binder {
  Statement& statement;
  void operator()(std::monostate) const { statement.bind_next(std::optional<std::string>()); }
  void operator()(std::int64_t value) const { statement.bind_next(value); }
  void operator()(const std::string& value) const { statement.bind_next(value); }
};

Numbering last_numbers(sqlite::Database& file) {
  Statement last(file, "select (select max(id) from follow_ups), (select max(id) from priors)");
  last.next();
  return {last.integer(0), last.integer(1)};  // 0 where there is none
}

void add_to_index(sqlite::Database& file, const Entry& entry) {
  Numbering numbering = last_numbers(file);
  // Read back from the very bytes that are recorded, as `verify` will do.
  const auto body = read_for_index(entry.body);
  const auto indexed = body ? index_of(entry, *body, numbering) : std::nullopt;
  if (!indexed) {
    bug("an entry that cannot be read back");
  }
  for (const IndexRow& row : indexed->rows) {
    Statement insert(file, insert_statement(row.table));
    for (const IndexCell& cell : row.cells) {
      std::visit(Binder{insert}, cell);
    }
    insert.run();
  }
}

}  // namespace

std::string digest_of_entry(const Entry& entry) {
  return digest_of({std::to_string(entry.id), "\n", entry.kind, "\n", entry.at, "\n", entry.who, "\n",
                    entry.algorithm, "\n", entry.prev, "\n", entry.body});
}

// Times of one zone, written alike, are in the order of their letters.
bool is_later(const std::string& at, const std::string& now) { return at > now; }

Recorded append(sqlite::Database& file, const char* kind, const json::Value& body, const Signed& by) {
  return append(file, kind, json::canonical(body), by);
}

Recorded append(sqlite::Database& file, const char* kind, std::string body, const Signed& by) {
  Entry entry{0, kind, by.now, by.officer, std::move(body), kDigestAlgorithm, {}, {}};
  std::string before;
  Statement last(file, "select id, digest, at from entries order by id desc limit 1");
  if (last.next()) {
    if (last.integer(0) == std::numeric_limits<std::int64_t>::max()) {
      file.damaged("no number is left for another entry");
    }
    entry.id = last.integer(0);
    entry.prev = last.text(1);
    before = last.text(2);
  }
  ++entry.id;
  entry.digest = digest_of_entry(entry);
  Statement(file,
            "insert into entries (id, kind, at, who, body, algorithm, prev, digest)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(entry.id, entry.kind, entry.at, entry.who, entry.body, entry.algorithm, entry.prev, entry.digest)
      .run();
  add_to_index(file, entry);
  return {entry.id, entry.digest, is_later(before, entry.at) ? before : std::string()};
}

Batch::Batch(Log& log)
    : transaction_(std::make_unique<sqlite::Transaction>(log.file(), sqlite::Transaction::Kind::write)) {}
Batch::~Batch() = default;

void Batch::commit() { transaction_->commit(); }

void check_line(const std::string& text, const Text& what) {
  if (first_invalid_utf8(text) || has_control_characters(text) ||
      text.find_first_of("\n\t") != std::string::npos) {
    throw Failure(say("{0}里有换行或者看不见的字符: `{2}`",
                      "{1} holds a line break or an invisible character: `{2}`", what.zh, what.en,
                      visible(text)),
                  Exit::usage);
  }
}

void check_signed(const Signed& by) {
  check_line(by.officer, {"经办人", "the officer's name"});
  check_line(by.now, {"时间", "the time"});
}

void check_reason(const std::string& because, const Text& what) {
  if (because.find_first_not_of(" \n\t") == std::string::npos) {
    throw Failure(say("{0}必须写明理由(--because)", "{1} needs a reason (--because)", what.zh, what.en),
                  Exit::usage);
  }
  if (first_invalid_utf8(because)) {
    throw Failure(say("理由不是 UTF-8 文字", "the reason is not UTF-8 text"), Exit::usage);
  }
}

}  // namespace siqingdan
