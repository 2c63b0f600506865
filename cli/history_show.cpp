#include "history_show.h"

#include "base/party_code.h"
#include "base/unicode.h"
#include "history/read_cells.h"
#include "json/value.h"
#include "record/history.h"
#include "report/table.h"
#include "usage.h"

namespace siqingdan::cli {
namespace {

std::string kind_words(const RuleSet& rules, const std::string& kind) {
  const FactId derived = fact_from_records(rules.vocabulary);
  const DecisionKind* known = derived == kNoFact ? nullptr
                                                 : rules.vocabulary.facts[derived].kind_of_decision(kind);
  return known == nullptr ? kind : known->words.front();
}

json::Value value_of(const PriorRecord& record) {
  return {{"on", to_text(record.on)}, {"offence", record.offence},   {"other", record.other},
          {"kind", record.kind},      {"document", record.document}, {"bureau", record.bureau},
          {"source", record.source}};
}

json::Value value_of(const CompleteSpan& span) {
  return {{"bureau", span.bureau}, {"from", to_text(span.first)}, {"until", to_text(span.last)}};
}

template <class What>
json::Value value_of(const What& what, const Withdrawal& by) {
  json::Value value = value_of(what);
  value["withdrawn"] = {{"entry", by.entry}, {"who", by.who}, {"because", by.because}};
  return value;
}

json::Value value_of(const PartyHistory& history, const WithdrawnHistory& withdrawn,
                     const std::string& party) {
  json::Value value = {{"party", party},
                       {"records", json::Value::array()},
                       {"complete", json::Value::array()}};
  for (const PriorRecord& record : history.records) {
    value["records"].push_back(value_of(record));
  }
  for (const CompleteSpan& span : history.complete) {
    value["complete"].push_back(value_of(span));
  }
  if (!withdrawn.records.empty() || !withdrawn.complete.empty()) {
    value["withdrawn"] = {{"records", json::Value::array()}, {"complete", json::Value::array()}};
  }
  for (const auto& [record, by] : withdrawn.records) {
    value["withdrawn"]["records"].push_back(value_of(record, by));
  }
  for (const auto& [span, by] : withdrawn.complete) {
    value["withdrawn"]["complete"].push_back(value_of(span, by));
  }
  return value;
}

std::vector<std::string> head(const Context& context) {
  return {in(context, {"决定日", "on"}),   in(context, {"案由", "offence"}),
          in(context, {"种类", "kind"}),   in(context, {"文号", "document"}),
          in(context, {"机关", "bureau"}), in(context, {"出处", "source"})};
}

std::vector<std::string> cells(const RuleSet& rules, const PriorRecord& record) {
  return {to_text(record.on),
          record.offence.empty() ? record.other : record.offence,
          kind_words(rules, record.kind),
          record.document,
          record.bureau,
          record.source};
}

void show_counting(const Context& context, const PartyHistory& history, bool any_withdrawn) {
  Table table(head(context));
  for (const PriorRecord& record : history.records) {
    table.add(cells(context.rules(), record));
  }
  context.out(table.empty() ? in(context, {"没有查到记录\n", "no records\n"}) : table.text());
  for (const CompleteSpan& span : history.complete) {
    context.out(in(context, say("{0} 声明自 {1} 至 {2} 的记录完整\n",
                                "{0} declared its records complete from {1} to {2}\n", span.bureau,
                                to_text(span.first), to_text(span.last))));
  }
  if (history.complete.empty()) {
    context.out(
        in(context,
           any_withdrawn
               ? Text{"记录完整的声明都已撤回:没有查到不等于没有\n",
                      "every declaration of completeness was withdrawn: nothing found is not nothing "
                      "there\n"}
               : Text{"没有哪个机关声明过记录完整:没有查到不等于没有\n",
                      "no bureau declared its records complete: nothing found is not nothing there\n"}));
  }
}

std::string words_of(const Context& context, const Withdrawal& by) {
  return in(context, say("第 {0} 号{1}{2}: {3}", "entry {0}{1}{2}: {3}", by.entry, by.who.empty() ? "" : " ",
                         visible(by.who), visible(by.because)));
}

void show_withdrawn(const Context& context, const WithdrawnHistory& withdrawn) {
  if (withdrawn.records.empty() && withdrawn.complete.empty()) {
    return;
  }
  context.out(in(context, {"已撤回,不再算数:\n", "withdrawn, and counting no more:\n"}));
  std::vector<std::string> columns = head(context);
  columns.push_back(in(context, {"撤回", "withdrawn by"}));
  Table table(columns);
  for (const auto& [record, by] : withdrawn.records) {
    std::vector<std::string> row = cells(context.rules(), record);
    row.push_back(words_of(context, by));
    table.add(row);
  }
  context.out(table.empty() ? "" : table.text());
  for (const auto& [span, by] : withdrawn.complete) {
    const std::string words = words_of(context, by);
    context.out(in(context, say("{0} 声明自 {1} 至 {2} 的记录完整(撤回: {3})\n",
                                "{0} declared its records complete from {1} to {2} (withdrawn by {3})\n",
                                span.bureau, to_text(span.first), to_text(span.last), words)));
  }
}

}  // namespace

void show_history(const Context& context, const std::string& party_code, bool as_json) {
  const std::string party = normal_party_code(party_code);
  if (const auto fault = fault_of_party_code(party)) {
    throw Failure({fault->message.zh + ";" + fault->hint.zh, fault->message.en + "; " + fault->hint.en},
                  Exit::usage);
  }
  const Log log = Log::open(context.database(), Log::Mode::read);
  WithdrawnHistory withdrawn;
  const PartyHistory history = party_history(log, party, context.bureau, &withdrawn);
  if (as_json) {
    context.raw(json::pretty(value_of(history, withdrawn, party)) + "\n");
    return;
  }
  show_counting(context, history, !withdrawn.complete.empty());
  show_withdrawn(context, withdrawn);
}

}  // namespace siqingdan::cli
